import { either, literal, oneOf, open, optional, type Part, sequence, times } from './automaton'
import { text } from './free-text'
import { PROVINCES } from './plates'

const digit = oneOf('0123456789')
const HAN = /^\p{Script=Han}$/u
const MISREAD = 0.003

/** Chinese words that are always the same there: one of their characters may be read as another. */
export const printed = (words: string): Part =>
  sequence(
    ...Array.from(words, (character) =>
      either(
        [1, oneOf(character)],
        [
          1,
          open((glyph) =>
            HAN.test(glyph) && glyph !== character ? { printed: character, weight: MISREAD } : undefined,
          ),
        ],
      ),
    ),
  )

const month = either([1, sequence(literal('0'), oneOf('123456789'))], [1, sequence(literal('1'), oneOf('012'))])

/** "检验有效期至2027年07月粤B(01)": what a vehicle registry prints after an inspection. */
const stamp = sequence(
  printed('检验有效期至'),
  sequence(literal('20'), oneOf('0123'), digit),
  printed('年'),
  month,
  printed('月'),
  optional(sequence(oneOf(PROVINCES), oneOf('ABCDEFGHJKLMNPQRSTUVWXYZ'))),
  optional(sequence(literal('('), times(digit, 2), literal(')'))),
)

/** One inspection after the other, in a row each. */
const stamps = sequence(stamp, optional(stamp), optional(stamp))

/** A text of another form is less likely than this form by so much. */
const OTHERWISE = 1e-5

export const inspection: Part = either([1, stamps], [OTHERWISE, text])
