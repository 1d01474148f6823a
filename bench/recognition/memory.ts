import type { Figure } from '../figures'
import { GOALS } from './goals'
import { type Picture, pictures, type Split } from './pictures'
import type { Memory } from './processes/messages'
import { startEngine } from './processes/start'

const PICTURES = 500
const KINDS = ['normal', 'hard', 'others'] as const
/** Different pictures of each kind, repeated. */
const OF_EACH = 40
/** After each picture was read once, the largest too, any growth is a leak. */
const SETTLED = KINDS.length * OF_EACH

async function mixed(split: Split): Promise<readonly Picture[]> {
  const sets = await Promise.all(KINDS.map((level) => pictures({ split, level }, OF_EACH)))
  return Array.from({ length: OF_EACH }, (_, i) => sets.flatMap((set) => set[i] ?? [])).flat()
}

/** Reads 500 pictures with one process of our engine: licenses of two levels, and other things. */
export async function measureMemory(split: Split): Promise<readonly Figure[]> {
  const all = await mixed(split)
  const engine = startEngine('ours')
  const after: Memory[] = []
  let failed = 0
  try {
    for (let i = 0; i < PICTURES; i++) {
      const { memory, outcome } = await engine.read(all[i % all.length]?.path ?? '')
      after.push(memory)
      if (outcome.kind === 'failed') failed += 1
    }
  } finally {
    await engine.stop()
  }
  const [first, last] = [after[SETTLED - 1], after.at(-1)]
  if (!first || !last) throw new Error('nothing was read')
  const growth = last.residentMb / first.residentMb
  return [
    { name: `failed of ${PICTURES} pictures`, value: failed, unit: 'count', goal: '0', reached: failed === 0 },
    { name: `memory after ${SETTLED} pictures`, value: first.residentMb, unit: 'MB' },
    { name: `memory after ${PICTURES} pictures`, value: last.residentMb, unit: 'MB' },
    {
      name: 'memory growth',
      value: growth,
      unit: 'x',
      goal: `<= ${GOALS.growth}`,
      reached: growth <= GOALS.growth,
    },
    {
      name: `peak memory over ${PICTURES} pictures`,
      value: last.peakMb,
      unit: 'MB',
      goal: `<= ${GOALS.peakMb} MB`,
      reached: last.peakMb <= GOALS.peakMb,
    },
  ]
}
