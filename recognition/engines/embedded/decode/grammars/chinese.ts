import { byRule, type Grammar, noisyWord } from '../grammar'

const HAN = /^\p{Script=Han}$/u

/** Any Chinese character. */
export const han = byRule((glyph) => (HAN.test(glyph) ? { printed: glyph, weight: 1 } : undefined))

/** Chinese words that are always the same there. */
export const phrase = (words: string, { misread = 0.003, missing = 0, most = 1 }: PhraseUncertainty = {}): Grammar =>
  noisyWord(words, {
    misread: (character) => (glyph) =>
      HAN.test(glyph) && glyph !== character ? { printed: character, weight: misread } : undefined,
    missing,
    most,
  })

export interface PhraseUncertainty {
  /** How likely one of the characters is read as another. */
  readonly misread?: number
  /** How likely one of them is not seen at all. */
  readonly missing?: number
  /** How many in a row, at most: one unless given. */
  readonly most?: number
}
