import { byRule, choice, type Grammar, oneOf, oneOrMore, optional, rewrite, sequence } from '../grammar'
import { han } from './chinese'

const FOREIGN_ZERO = /^[ØøθΘ∅]$/

/** Behind a digit, what looks like one mostly is one. */
const DIGIT_BEHIND_DIGIT: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', '|': '1' }
const MOSTLY = 9

const zero = (glyph: string): string => (FOREIGN_ZERO.test(glyph) ? '0' : glyph)
/** Names of firms and places have round brackets and no others. */
const ROUND: Readonly<Record<string, string>> = { '[': '(', '【': '(', '〔': '(', ']': ')', '】': ')', '〕': ')' }
const other = byRule((glyph) => (/\d/.test(glyph) ? undefined : { printed: ROUND[glyph] ?? zero(glyph), weight: 1 }))
const firstDigit = byRule((glyph) => (/\d/.test(glyph) ? { printed: glyph, weight: 1 } : undefined))
const nextDigit = byRule((glyph) => {
  const meant = DIGIT_BEHIND_DIGIT[glyph]
  if (meant !== undefined) return { printed: meant, weight: MOSTLY }
  return /\d/.test(zero(glyph)) ? { printed: zero(glyph), weight: 1 } : undefined
})
const digits = sequence(firstDigit, optional(oneOrMore(nextDigit)))

/** Anything, as it is read. */
export const text: Grammar = sequence(optional(digits), optional(oneOrMore(sequence(other, optional(digits)))))

/** A one that is read as a stroke, before what is numbered. */
const stroke = byRule((glyph) => (/^[|lI]$/.test(glyph) ? { printed: '1', weight: MOSTLY } : undefined))
const numbered = sequence(stroke, oneOf('组号栋幢座楼单室层弄队巷'))

/** An address: 2|号 is 21号, and |组 is 1组. */
export const address: Grammar = sequence(
  optional(digits),
  optional(oneOrMore(sequence(choice([1, other], [1, numbered]), optional(digits)))),
)

/** Of a form, a text of another one is less likely by so much. */
const OTHERWISE = 1e-5

/** What is of a form mostly, and may be anything all the same. */
export const mostly = (form: Grammar): Grammar => choice([1, form], [OTHERWISE, text])

/** A letter; O, which mostly is a zero, and I, which mostly is a one, are this likely beside the others. */
const letterBeside = (o: number, i: number): Grammar =>
  choice([1, oneOf('ABCDEFGHJKLMNPQRSTUVWXYZ')], [o, oneOf('O')], [i, oneOf('I')])
const digitBeside = (zero: number): Grammar => choice([1, oneOf('123456789')], [zero, oneOf('0')])
const mark = oneOf('-/()')

/** Before the first digit of a code O is a letter; among its first digits, mostly four, it is none; behind them either. */
const head = choice([1, letterBeside(1, 0.7)], [0.5, mark])
/** What a mark begins is a number sooner than a word: 7381/01. */
const behindMark = choice([1, digitBeside(1)], [1, letterBeside(0.04, 0.04)])
const marked = choice([0.4, sequence(oneOf('-/('), behindMark)], [0.1, oneOf(')')])
const groupEnds = choice([0.5, letterBeside(0.04, 0.04)], [1, marked])
const tailEnds = choice([1, letterBeside(0.8, 0.7)], [1, marked], [0.02, oneOf('.:+*')])
const tail = optional(oneOrMore(choice([1, digitBeside(1)], [1, tailEnds])))

/** GB/T 9417: four digits one after another, or five; the sixth mostly is none. */
const MOST_DIGITS = 5
const TOO_MANY = 0.03

/** What follows so many digits. */
const behindDigits = (count: number): Grammar =>
  optional(
    choice(
      [
        count < MOST_DIGITS ? 1 : TOO_MANY,
        sequence(digitBeside(1), count > MOST_DIGITS ? tail : behindDigits(count + 1)),
      ],
      [1, sequence(count < 3 ? groupEnds : tailEnds, tail)],
    ),
  )
const code = choice(
  [1, sequence(optional(oneOrMore(head)), digitBeside(0.8), behindDigits(1))],
  [0.05, oneOrMore(head)],
)

const brandPlace = choice([1, han], [1, oneOf('ABCDEFGHIJKLMNOPQRSTUVWXYZ')], [1, oneOf('()-·')])
const brand = choice(
  [1, sequence(oneOrMore(choice([1, han], [0.3, brandPlace])), oneOf('牌'))],
  [0.03, oneOrMore(han)],
  [0.03, sequence()],
)

/** A brand, mostly Chinese and ending in 牌, and a code. */
export const model: Grammar = sequence(brand, code)

const engineCode = oneOrMore(
  choice(
    [1, digitBeside(1)],
    [1, letterBeside(0.4, 0.4)],
    [0.5, oneOf('-*')],
    [0.2, oneOf('/')],
    [0.1, oneOf('+.')],
    [1, rewrite(' ', ' ')],
    [0.005, han],
  ),
)

/** The town of a maker; what is left of the label is none. */
const maker = byRule((glyph) =>
  /^(?![发动机号码])\p{Script=Han}$/u.test(glyph) ? { printed: glyph, weight: 1 } : undefined,
)

/** A code of letters and digits, seldom of anything else; some of diesel engines begin with 柴: 玉柴4102. */
export const engine: Grammar = sequence(optional(sequence(optional(maker, 0.5), oneOf('柴')), 0.3), engineCode)
