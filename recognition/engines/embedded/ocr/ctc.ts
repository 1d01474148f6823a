import type { Candidate, Step } from './line'

export interface ReadCharacter extends Candidate {
  /** Position of its peak in the line, 0..1. */
  readonly at: number
}

const BLANK: Candidate = { text: '', probability: 0 }

/** CTC greedy decoding: the top candidate of each step, repeats merged at their peak. */
export function greedyDecode(steps: readonly Step[]): ReadCharacter[] {
  const read: ReadCharacter[] = []
  let previous = ''
  for (const { candidates, at } of steps) {
    const { text, probability } = candidates[0] ?? BLANK
    const last = read.at(-1)
    if (text !== '' && text !== previous) read.push({ text, probability, at })
    else if (text !== '' && last && last.probability < probability) {
      read[read.length - 1] = { text, probability, at }
    }
    previous = text
  }
  return read
}

const MIN_PROBABILITY = 0.001

/**
 * Candidates of one row of the recognizer's output, the most probable first. Class 0 is the CTC blank, class i is
 * `characters[i - 1]`. Probabilities sum to 1, so the scan stops when the rest is below the minimum.
 */
export function candidatesOf(scores: Float32Array, characters: readonly string[]): Candidate[] {
  const candidates: Candidate[] = []
  let left = 1
  for (let index = 0; index < scores.length && left >= MIN_PROBABILITY; index++) {
    const probability = scores[index] ?? 0
    if (probability < MIN_PROBABILITY) continue
    candidates.push({ text: characters[index - 1] ?? '', probability })
    left -= probability
  }
  return candidates.sort((a, b) => b.probability - a.probability)
}
