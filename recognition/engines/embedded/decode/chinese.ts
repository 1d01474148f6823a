import { either, oneOf, open, type Part, sequence } from './automaton'

const HAN = /^\p{Script=Han}$/u

/** Any Chinese character. */
export const han = open((glyph) => (HAN.test(glyph) ? { printed: glyph, weight: 1 } : undefined))

/** Chinese words that are always the same there: one of their characters may be read as another, so likely. */
export const printed = (words: string, misread = 0.003): Part =>
  sequence(
    ...Array.from(words, (character) =>
      either(
        [1, oneOf(character)],
        [
          1,
          open((glyph) =>
            HAN.test(glyph) && glyph !== character ? { printed: character, weight: misread } : undefined,
          ),
        ],
      ),
    ),
  )
