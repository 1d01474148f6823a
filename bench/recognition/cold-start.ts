import { ROOT } from '../../scripts/paths'
import type { EngineName } from './engines/index'
import { type EngineProcess, startEngine } from './processes/start'

const SAMPLE = `${ROOT}/simulator/samples/car.jpg`

export interface Started {
  readonly process: EngineProcess
  /** Time from each start of the process until the first picture is read. */
  readonly coldMs: readonly number[]
}

/** Starts an engine `rounds` times and keeps the last process. */
export async function startCold(name: EngineName, rounds: number): Promise<Started> {
  const coldMs: number[] = []
  for (;;) {
    const startedAt = performance.now()
    const process = startEngine(name)
    const { outcome } = await process.read(SAMPLE)
    if (outcome.kind === 'failed') {
      await process.stop()
      throw new Error(`${name}: ${[outcome.message, ...process.complaints.warnings].join('\n')}`)
    }
    coldMs.push(performance.now() - startedAt)
    if (coldMs.length === rounds) return { process, coldMs }
    await process.stop()
  }
}
