import type { Alternative, Decoding } from './'

/** Natural logarithm of the posterior of what is not among a reading's alternatives. */
const UNLISTED = Math.log(1e-4)

/**
 * Decides a text that was printed twice, as the plate on both pages: which one both readings together speak for.
 * `undefined` where there is no reading at all.
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
  const all = [...logs.values()].reduce((sum, other) => sum + Math.exp(other - log), 0)
  return { text, posterior: 1 / all }
}
