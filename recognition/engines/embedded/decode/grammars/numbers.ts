import { choice, type Grammar, literal, oneOf, oneOrMore, optional, repeat, rewrite, sequence } from '../grammar'

const DIGITS = '0123456789'
const digit = oneOf(DIGITS)
const oneTo9 = oneOf('123456789')

/** A number of so many digits that does not begin with zero. */
const number = (least: number, most = least): Grammar => sequence(oneTo9, repeat(digit, least - 1, most - 1))

/** What stands for an empty value: two short dashes, which recognizers see as one or two of any kind. */
const dashes: Grammar = sequence(
  oneOf('-'),
  oneOf('-', { missing: 0.5 }),
  optional(oneOrMore(rewrite('-—–―−_一ー=~', '')), 0.1),
)
/** Some printers leave the unit: -- kg. */
const none: Grammar = sequence(dashes, optional(sequence(rewrite('kK', ''), rewrite('gq9', '')), 0.1))

/** Values that may be empty. */
const orNone = (part: Grammar): Grammar => choice([1, part], [0.5, none])

/** GB 16735: no I, O and Q; the last four places are digits. */
const vinPlace = oneOf('ABCDEFGHJKLMNPRSTUVWXYZ0123456789')
/** GB 16737: L is China's; only of imported vehicles it is another one. */
const vinCountry = choice([1, oneOf('L')], [0.1, vinPlace])
const vinYear = choice([1, oneOf('ABCDEFGHJKLMNPRSTVWXY123456789')], [0.05, vinPlace])
const vinNumber = choice([1, digit], [0.1, vinPlace])
export const vin: Grammar = sequence(
  vinCountry,
  repeat(vinPlace, 7),
  choice([1, oneOf('0123456789X')], [0.02, vinPlace]),
  vinYear,
  repeat(vinPlace, 3),
  repeat(vinNumber, 4),
)

const unseen = { missing: 0.02 }
const year = choice(
  [1, sequence(literal('2', unseen), literal('0'), oneOf('0123'), digit)],
  [0.3, sequence(literal('1', unseen), literal('9'), oneOf('89'), digit)],
)
const month = choice([1, sequence(literal('0'), oneTo9)], [0.33, sequence(literal('1'), oneOf('012'))])
const day = choice(
  [1, sequence(literal('0'), oneTo9)],
  [1, sequence(oneOf('12'), digit)],
  [0.2, sequence(literal('3'), oneOf('01'))],
)
export const date: Grammar = sequence(year, literal('-', unseen), month, literal('-', unseen), day)

export const mass: Grammar = orNone(
  sequence(
    choice([1, number(3, 5)], [0.03, number(1, 2)], [0.01, number(6)]),
    literal('k', unseen),
    literal('g', { missing: 0.1 }),
  ),
)

const people = choice([1, number(1)], [0.3, number(2)], [0.01, number(3)])
/** Of a lorry with two rows, those in the cab and those behind it: 2+3人. */
export const count: Grammar = orNone(
  sequence(people, optional(sequence(oneOf('+'), number(1)), 0.1), literal('人', unseen)),
)

const times4 = literal('×', { missing: 0.005 })
export const size: Grammar = orNone(
  sequence(
    choice([1, number(4)], [0.5, number(5)]),
    times4,
    choice([1, number(4)], [0.1, number(3)]),
    times4,
    choice([1, number(4)], [0.1, number(3)]),
    literal('mm', { missing: 0.1 }),
  ),
)

/** Every license has one. */
export const fileNumber: Grammar = repeat(digit, 12)
