import { type Grammar, matching, noisyWord } from '../grammar'

export const HAN = /^\p{Script=Han}$/u

/** Any Chinese character. */
export const han = matching(HAN)

/** Probabilities that the recognizer gets a character of a phrase wrong. */
export interface PhraseOptions {
  /** Read as any other Chinese character. */
  readonly misread?: number
  /** Dropped. */
  readonly missing?: number
  /** How many characters in a row may be dropped. */
  readonly maxMissing?: number
}

/** A fixed Chinese phrase. */
export const phrase = (text: string, { misread = 0.003, missing = 0, maxMissing = 1 }: PhraseOptions = {}): Grammar =>
  noisyWord(text, {
    misread: (character) => (read) =>
      HAN.test(read) && read !== character ? { output: character, weight: misread } : undefined,
    missing,
    maxMissing,
  })
