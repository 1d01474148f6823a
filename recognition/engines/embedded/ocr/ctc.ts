import type { Candidate, Step } from './line'

/** A character that was read. */
export interface ReadCharacter extends Candidate {
  /** Where it is surest in its line, 0 (left end) to 1 (right end). */
  readonly at: number
}

const NOTHING: Candidate = { text: '', probability: 0 }

/**
 * Reads steps greedily ("connectionist temporal classification"): of every step the likeliest; what stays the
 * same from step to step is one character.
 */
export function greedyDecode(steps: readonly Step[]): ReadCharacter[] {
  const glyphs: ReadCharacter[] = []
  let previous = ''
  for (const { candidates, at } of steps) {
    const { text, probability } = candidates[0] ?? NOTHING
    const last = glyphs.at(-1)
    if (text !== '' && text !== previous) glyphs.push({ text, probability, at })
    else if (text !== '' && last && last.probability < probability) {
      glyphs[glyphs.length - 1] = { text, probability, at }
    }
    previous = text
  }
  return glyphs
}

/** What is less likely than this is forgotten. */
const NEGLIGIBLE = 0.001

/**
 * The candidates in one row of the recognizer's output: the first class is nothing, then `characters`. Their
 * probabilities make 1 together: once no more than the negligible is left, no other need be looked at.
 */
export function candidatesOf(scores: Float32Array, characters: readonly string[]): Candidate[] {
  const candidates: Candidate[] = []
  let left = 1
  for (let index = 0; index < scores.length && left >= NEGLIGIBLE; index++) {
    const probability = scores[index] ?? 0
    if (probability < NEGLIGIBLE) continue
    candidates.push({ text: characters[index - 1] ?? '', probability })
    left -= probability
  }
  return candidates.sort((a, b) => b.probability - a.probability)
}
