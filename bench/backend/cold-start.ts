import { runNode } from '../../scripts/process/run'
import { type Figure, median } from '../figures'
import type { Functions } from './functions'

const ROUNDS = 15
const GOAL = 1.3

/** ms from the start of a process until it has loaded a function */
async function loadOnce(path: string): Promise<number> {
  const startedAt = performance.now()
  const { status, output } = await runNode(['-e', `require(${JSON.stringify(path)}); process.exit()`])
  if (status !== 0) throw new Error(output)
  return performance.now() - startedAt
}

/** Measures the function's start in a new process, alternating with a function that loads only the SDK. */
export async function measureColdStart({ folder, bundle }: Functions): Promise<readonly Figure[]> {
  const bare: number[] = []
  const ours: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await loadOnce(`${folder}/bare/index.js`))
    ours.push(await loadOnce(bundle))
  }
  const ratio = median(ours) / median(bare)
  return [
    { name: 'cold start, bare function that loads wx-server-sdk, median', value: median(bare), unit: 'ms' },
    { name: 'cold start, cloud function, median', value: median(ours), unit: 'ms' },
    {
      name: 'cold start, cloud function over bare function',
      value: ratio,
      unit: 'x',
      goal: `<= ${GOAL}`,
      reached: ratio <= GOAL,
    },
  ]
}
