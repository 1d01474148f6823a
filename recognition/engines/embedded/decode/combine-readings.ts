import type { Alternative, Decoding } from '.'

/** Log-posterior of a text that a reading does not list. */
const UNLISTED = Math.log(1e-4)

/**
 * The most probable text of a value that was read several times, such as the plate on both pages: independent readings
 * multiply. `undefined` without any reading.
 */
export function combineReadings(
  readings: readonly (readonly Alternative[])[],
): Pick<Decoding, 'text' | 'posterior'> | undefined {
  const logs = new Map<string, number>()
  for (const { text } of readings.flat()) {
    if (logs.has(text)) continue
    const each = readings
      .filter((reading) => reading.length > 0)
      .map((reading) => reading.find((one) => one.text === text)?.logProbability ?? UNLISTED)
    logs.set(
      text,
      each.reduce((sum, log) => sum + log, 0),
    )
  }
  const [best] = [...logs].sort(([, a], [, b]) => b - a)
  if (!best) return undefined
  const [text, log] = best
  const total = [...logs.values()].reduce((sum, other) => sum + Math.exp(other - log), 0)
  return { text, posterior: 1 / total }
}
