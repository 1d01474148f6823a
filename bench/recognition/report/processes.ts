import { median, type Figure, type Table } from '../../figures'
import type { Started } from '../cold-start'
import type { EngineName } from '../engines/index'
import { GOALS } from '../goals'
import type { Run } from '../run'

const peakOf = (runs: readonly Run[]): number =>
  Math.max(0, ...runs.map(({ memory }) => memory.peakMb).filter((mb) => Number.isFinite(mb)))

const residentAt = (runs: readonly Run[], share: number): number =>
  runs.filter(({ memory }) => Number.isFinite(memory.residentMb)).at(Math.ceil(runs.length * share) - 1)?.memory
    .residentMb ?? NaN

/** Startup time and memory of each engine's process. */
export function tableProcesses(runs: readonly Run[], engines: ReadonlyMap<EngineName, Started>): Table {
  const rows = [...engines].map(([name, { process, coldMs }]) => {
    const own = runs.filter(({ engine }) => engine === name)
    const { crashes, warnings } = process.complaints
    return [
      name,
      median(coldMs).toFixed(0),
      String(own.length),
      residentAt(own, 0.5).toFixed(0),
      residentAt(own, 1).toFixed(0),
      peakOf(own).toFixed(0),
      String(crashes),
      warnings[0]?.slice(0, 60) ?? '',
    ]
  })
  return {
    title: 'processes: time to the first picture, and resident memory',
    head: ['engine', 'cold ms', 'pictures', 'MB halfway', 'MB at end', 'peak MB', 'crashes', 'first warning'],
    rows,
  }
}

export function figuresOfMemory(runs: readonly Run[]): readonly Figure[] {
  const own = runs.filter(({ engine }) => engine === 'ours')
  if (own.length === 0) return []
  const value = peakOf(own)
  const name = `peak memory of ours after ${own.length} pictures`
  return [{ name, value, unit: 'MB', goal: `<= ${GOALS.peakMb} MB`, reached: value <= GOALS.peakMb }]
}
