import { byRule, choice, type Grammar, matching, oneOf, oneOrMore, optional, rewrite, sequence } from '../grammar'
import { LETTERS, oneTo9 } from './alphabets'
import { han } from './chinese'

/** Weight of a confusable that the context decides. */
const LIKELY = 9

const zero = (read: string): string => (/^[ØøθΘ∅]$/.test(read) ? '0' : read)
/** Names of firms and places have round brackets only. */
const ROUND: Readonly<Record<string, string>> = { '[': '(', '【': '(', '〔': '(', ']': ')', '】': ')', '〕': ')' }
const nonDigit = byRule((read) => (/\d/.test(read) ? undefined : { output: ROUND[read] ?? zero(read), weight: 1 }))
/** After a digit, a letter that looks like a digit mostly is one. */
const DIGIT_AFTER_DIGIT: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', '|': '1' }
const nextDigit = byRule((read) => {
  const output = DIGIT_AFTER_DIGIT[read]
  if (output !== undefined) return { output, weight: LIKELY }
  return /\d/.test(zero(read)) ? { output: zero(read), weight: 1 } : undefined
})
const digits = sequence(matching(/\d/), optional(oneOrMore(nextDigit)))

/** Any text. */
export const text: Grammar = sequence(optional(digits), optional(oneOrMore(sequence(nonDigit, optional(digits)))))

/** A 1 read as a stroke, before the unit it numbers. */
const stroke = byRule((read) => (/^[|lI]$/.test(read) ? { output: '1', weight: LIKELY } : undefined))
const numbered = sequence(stroke, oneOf('组号栋幢座楼单室层弄队巷'))

/** Reads 2|号 as 21号, and |组 as 1组. */
export const address: Grammar = sequence(
  optional(digits),
  optional(oneOrMore(sequence(choice([1, nonDigit], [1, numbered]), optional(digits)))),
)

/** Prefers a grammar, and allows any other text at a weight of 1e-5. */
export const mostly = (grammar: Grammar): Grammar => choice([1, grammar], [1e-5, text])

/** A letter; the weights say how likely O and I are beside each other letter. */
const letter = (o: number, i: number): Grammar => choice([1, oneOf(LETTERS)], [o, oneOf('O')], [i, oneOf('I')])
const digitOr = (zeroWeight: number): Grammar => choice([1, oneTo9], [zeroWeight, oneOf('0')])
const mark = oneOf('-/()')

/** O is a letter before the first digit of a model code, a zero among its first digits, and either after them. */
const head = choice([1, letter(1, 0.7)], [0.5, mark])
/** A mark starts a number more often than a word: 7381/01. */
const afterMark = choice([1, digitOr(1)], [1, letter(0.04, 0.04)])
const marked = choice([0.4, sequence(oneOf('-/('), afterMark)], [0.1, oneOf(')')])
const afterFewDigits = choice([0.5, letter(0.04, 0.04)], [1, marked])
const afterDigits = choice([1, letter(0.8, 0.7)], [1, marked], [0.02, oneOf('.:+*')])
const tail = optional(oneOrMore(choice([1, digitOr(1)], [1, afterDigits])))

/** GB/T 9417: a model code has four or five digits in a row; a sixth is rare. */
const MAX_DIGITS = 5
const SIXTH_DIGIT = 0.03

/** The rest of a model code after `count` digits. */
const restAfter = (count: number): Grammar =>
  optional(
    choice(
      [count < MAX_DIGITS ? 1 : SIXTH_DIGIT, sequence(digitOr(1), count > MAX_DIGITS ? tail : restAfter(count + 1))],
      [1, sequence(count < 3 ? afterFewDigits : afterDigits, tail)],
    ),
  )
const code = choice([1, sequence(optional(oneOrMore(head)), digitOr(0.8), restAfter(1))], [0.05, oneOrMore(head)])

const brandCharacter = choice([1, han], [1, oneOf('ABCDEFGHIJKLMNOPQRSTUVWXYZ')], [1, oneOf('()-·')])
const brand = choice(
  [1, sequence(oneOrMore(choice([1, han], [0.3, brandCharacter])), oneOf('牌'))],
  [0.03, oneOrMore(han)],
  [0.03, sequence()],
)

/** A brand, mostly Chinese and ending in 牌, and a code. */
export const model: Grammar = sequence(brand, code)

const engineCode = oneOrMore(
  choice(
    [1, digitOr(1)],
    [1, letter(0.4, 0.4)],
    [0.5, oneOf('-*')],
    [0.2, oneOf('/')],
    [0.1, oneOf('+.')],
    [1, rewrite(' ', ' ')],
    [0.005, han],
  ),
)

/** The maker's town, but no rest of the label. */
const maker = matching(/^(?![发动机号码])\p{Script=Han}$/u)

/** Letters and digits; some diesel engines start with 柴: 玉柴4102. */
export const engine: Grammar = sequence(optional(sequence(optional(maker, 0.5), oneOf('柴')), 0.3), engineCode)
