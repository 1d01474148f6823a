import { createLog } from '../../server/log'
import { warmUp } from '../../server/warm-up'
import { until } from './until'

const PAUSE_MS = 5

function watched(failures: number) {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  let calls = 0
  const warm = (): Promise<void> => {
    calls += 1
    return calls > failures ? Promise.resolve() : Promise.reject(new Error('out of memory'))
  }
  return { warm, log, lines, calls: () => calls }
}

test('an engine that could not be loaded is loaded later, with one line for each change', async () => {
  const { warm, log, lines, calls } = watched(3)
  const { isWarm } = warmUp('embedded', { warm }, log, PAUSE_MS)
  expect(isWarm()).toBe(false)
  await until(isWarm)
  expect(calls()).toBe(4)
  expect(lines).toHaveLength(2)
  expect(lines[0]).toContain('cannot be loaded')
  expect(lines[1]).toContain('is loaded')
})

test('one that is loaded at once is no news', async () => {
  const { warm, log, lines } = watched(0)
  await until(warmUp('embedded', { warm }, log, PAUSE_MS).isWarm)
  expect(lines).toEqual([])
})

test('once stopped, it is tried no more', async () => {
  const { warm, log, calls } = watched(Infinity)
  const { stop } = warmUp('embedded', { warm }, log, PAUSE_MS)
  await until(() => calls() > 1)
  stop()
  const before = calls()
  await new Promise((resolve) => setTimeout(resolve, 10 * PAUSE_MS))
  expect(calls()).toBe(before)
})
