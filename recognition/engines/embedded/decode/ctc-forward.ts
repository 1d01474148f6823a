import type { Emission } from './emissions'

/** Probability of a character that an emission does not list. */
const MIN_PROBABILITY = 1e-4

/** Log-probability of a word, summed over its alignments (CTC forward algorithm). */
export function ctcLogProbability(emissions: readonly Emission[], word: readonly string[]): number {
  // Even states are blanks, odd ones the characters.
  const states = 2 * word.length + 1
  let column = new Float64Array(states)
  column[0] = 1
  let log = 0
  for (const emission of emissions) {
    const blank = Math.max(MIN_PROBABILITY, (emission.get('') ?? 0) + (emission.get(' ') ?? 0))
    const next = new Float64Array(states)
    let max = 0
    for (let s = 0; s < states; s++) {
      const i = (s - 1) / 2
      const character = s % 2 === 1 ? word[i] : undefined
      const skipping = character !== undefined && s > 1 && character !== word[i - 1] ? (column[s - 2] ?? 0) : 0
      const before = (column[s] ?? 0) + (s > 0 ? (column[s - 1] ?? 0) : 0) + skipping
      const value = before * (character === undefined ? blank : (emission.get(character) ?? MIN_PROBABILITY))
      next[s] = value
      if (value > max) max = value
    }
    if (max === 0) return -Infinity
    for (let s = 0; s < states; s++) next[s] = (next[s] ?? 0) / max
    log += Math.log(max)
    column = next
  }
  return log + Math.log((column[states - 1] ?? 0) + (column[states - 2] ?? 0))
}
