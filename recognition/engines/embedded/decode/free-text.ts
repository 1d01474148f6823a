import { either, many, oneOf, open, optional, type Part, sequence, spelled } from './automaton'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const HAN = /^\p{Script=Han}$/u
const FOREIGN_ZERO = /^[ØøθΘ∅]$/

const han = open((glyph) => (HAN.test(glyph) ? { printed: glyph, weight: 1 } : undefined))

/** Behind a digit, what looks like one mostly is one. */
const DIGIT_BEHIND_DIGIT: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', '|': '1' }
const MOSTLY = 9

const zero = (glyph: string): string => (FOREIGN_ZERO.test(glyph) ? '0' : glyph)
const other = open((glyph) => (/\d/.test(glyph) ? undefined : { printed: zero(glyph), weight: 1 }))
const firstDigit = open((glyph) => (/\d/.test(glyph) ? { printed: glyph, weight: 1 } : undefined))
const nextDigit = open((glyph) => {
  const meant = DIGIT_BEHIND_DIGIT[glyph]
  if (meant !== undefined) return { printed: meant, weight: MOSTLY }
  return /\d/.test(zero(glyph)) ? { printed: zero(glyph), weight: 1 } : undefined
})
const digits = sequence(firstDigit, optional(many(nextDigit)))

/** Anything, as it is read. */
export const text: Part = sequence(optional(digits), optional(many(sequence(other, optional(digits)))))

/** Before the first digit of a code O is a letter, behind it a zero; I is hardly used. */
const lettersOf = (o: number): Part =>
  either([1, oneOf('ABCDEFGHJKLMNPQRSTUVWXYZ')], [o, oneOf('O')], [0.05, oneOf('I')])
const digitsOf = (zero: number): Part => either([1, oneOf('123456789')], [zero, oneOf('0')])
const mark = either([0.5, oneOf('-')], [0.1, oneOf('/()')], [0.02, oneOf('.:+*')])

const code = (letters: number, zeros: number): Part =>
  sequence(
    optional(many(either([1, lettersOf(1)], [0.3, mark]))),
    digitsOf(zeros),
    optional(many(either([1, digitsOf(1)], [1, lettersOf(letters)], [0.3, mark]))),
  )

/** A brand, mostly Chinese and ending in 牌, and a code. */
export const model: Part = sequence(
  either(
    [
      1,
      sequence(
        many(han),
        optional(many(either([1, oneOf('()-·')], [0.3, oneOf(LETTERS)], [1, han])), 0.1),
        oneOf('牌'),
      ),
    ],
    [0.03, many(han)],
    [0.03, sequence()],
  ),
  either([1, code(0.05, 0.1)], [0.02, many(either([1, lettersOf(1)], [0.3, mark]))]),
)

const place = either(
  [1, digitsOf(1)],
  [1, lettersOf(0.03)],
  [0.1, oneOf('-')],
  [0.05, oneOf('*/')],
  [0.5, spelled(' ', ' ')],
  [0.005, han],
)
export const engine: Part = many(place)
