import { choice, type Grammar, literal, oneOf, oneOrMore, optional, repeat, rewrite, sequence } from '../grammar'
import { digit, oneTo9 } from './alphabets'

/** A number of `min` to `max` digits without a leading zero. */
const number = (min: number, max = min): Grammar => sequence(oneTo9, repeat(digit, min - 1, max - 1))

/** An empty value: two short dashes, which the recognizer reads as one or two of any kind. */
const dashes: Grammar = sequence(
  oneOf('-'),
  oneOf('-', { missing: 0.5 }),
  optional(oneOrMore(rewrite('-—–―−_一ー=~', '')), 0.1),
)
/** Some printers keep the unit: -- kg. */
const empty: Grammar = sequence(dashes, optional(sequence(rewrite('kK', ''), rewrite('gq9', '')), 0.1))
const orEmpty = (part: Grammar): Grammar => choice([1, part], [0.5, empty])

/** GB 16735: no I, O or Q; the last four characters are digits. */
const vinCharacter = oneOf('ABCDEFGHJKLMNPRSTUVWXYZ0123456789')
/** GB 16737: L is China; imported vehicles have other codes. */
const vinCountry = choice([1, oneOf('L')], [0.1, vinCharacter])
const vinYear = choice([1, oneOf('ABCDEFGHJKLMNPRSTVWXY123456789')], [0.05, vinCharacter])
const vinNumber = choice([1, digit], [0.1, vinCharacter])
export const vin: Grammar = sequence(
  vinCountry,
  repeat(vinCharacter, 7),
  choice([1, oneOf('0123456789X')], [0.02, vinCharacter]),
  vinYear,
  repeat(vinCharacter, 3),
  repeat(vinNumber, 4),
)

/** Probability that the recognizer drops a character at the edge of a value, or a thin one. */
const droppable = { missing: 0.02 }
const year = choice(
  [1, sequence(literal('2', droppable), literal('0'), oneOf('0123'), digit)],
  [0.3, sequence(literal('1', droppable), literal('9'), oneOf('89'), digit)],
)
const month = choice([1, sequence(literal('0'), oneTo9)], [0.33, sequence(literal('1'), oneOf('012'))])
const day = choice(
  [1, sequence(literal('0'), oneTo9)],
  [1, sequence(oneOf('12'), digit)],
  [0.2, sequence(literal('3'), oneOf('01'))],
)
export const date: Grammar = sequence(year, literal('-', droppable), month, literal('-', droppable), day)

/** kg */
export const mass: Grammar = orEmpty(
  sequence(
    choice([1, number(3, 5)], [0.03, number(1, 2)], [0.01, number(6)]),
    literal('k', droppable),
    literal('g', { missing: 0.1 }),
  ),
)

const people = choice([1, number(1)], [0.3, number(2)], [0.01, number(3)])
/** People; for a truck with two rows, front and rear: 2+3人. */
export const count: Grammar = orEmpty(
  sequence(people, optional(sequence(oneOf('+'), number(1)), 0.1), literal('人', droppable)),
)

const by = literal('×', { missing: 0.005 })
/** mm: length × width × height. */
export const size: Grammar = orEmpty(
  sequence(
    choice([1, number(4)], [0.5, number(5)]),
    by,
    choice([1, number(4)], [0.1, number(3)]),
    by,
    choice([1, number(4)], [0.1, number(3)]),
    literal('mm', { missing: 0.1 }),
  ),
)

/** Never empty. */
export const fileNumber: Grammar = repeat(digit, 12)
