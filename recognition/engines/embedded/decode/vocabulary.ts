import type { Emission } from './emissions'

/** How likely is what the recognizer does not list. */
const FLOOR = 1e-4

/**
 * Natural logarithm of the probability that steps say a word (the forward algorithm of connectionist temporal
 * classification); what is not listed counts little, not nothing.
 */
export function ctcLogProbability(observations: readonly Emission[], word: readonly string[]): number {
  // Before, between and behind the characters may be steps of nothing: states 0, 2, 4, ...
  const states = 2 * word.length + 1
  let column = new Float64Array(states)
  column[0] = 1
  let log = 0
  for (const observation of observations) {
    const blank = Math.max(FLOOR, (observation.get('') ?? 0) + (observation.get(' ') ?? 0))
    const next = new Float64Array(states)
    let most = 0
    for (let s = 0; s < states; s++) {
      const i = (s - 1) / 2
      const character = s % 2 === 1 ? word[i] : undefined
      const skipping = character !== undefined && s > 1 && character !== word[i - 1] ? (column[s - 2] ?? 0) : 0
      const before = (column[s] ?? 0) + (s > 0 ? (column[s - 1] ?? 0) : 0) + skipping
      const value = before * (character === undefined ? blank : (observation.get(character) ?? FLOOR))
      next[s] = value
      if (value > most) most = value
    }
    if (most === 0) return -Infinity
    for (let s = 0; s < states; s++) next[s] = (next[s] ?? 0) / most
    log += Math.log(most)
    column = next
  }
  return log + Math.log((column[states - 1] ?? 0) + (column[states - 2] ?? 0))
}

/** Words without any character that was seen, or much longer or shorter than what was seen, need no closer look. */
export function plausibleWords(words: readonly string[], observations: readonly Emission[], length: number): string[] {
  const seen = new Set(observations.flatMap((observation) => [...observation.keys()]))
  return words.filter((word) => {
    const characters = Array.from(word)
    const known = characters.filter((character) => seen.has(character)).length
    return Math.abs(characters.length - length) <= 3 && known * 2 >= characters.length
  })
}
