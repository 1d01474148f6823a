import { PROVINCES } from '../../../../../miniprogram/vehicle-license/checks'
import { choice, type Grammar, literal, oneOf, optional, repeat, rewrite, sequence } from '../grammar'
import { digit, DIGITS, LETTERS, oneTo9 } from './alphabets'
import { han, phrase } from './chinese'
import { mostly } from './free-text'

const month = choice([1, sequence(literal('0'), oneTo9)], [1, sequence(literal('1'), oneOf('012'))])
const office = sequence(oneOf(PROVINCES), oneOf(LETTERS))
const plate = sequence(office, repeat(oneOf(LETTERS + DIGITS), 5, 6))
/** The inspection station, by number or town. */
const station = sequence(
  literal('('),
  choice([1, repeat(digit, 2)], [1, repeat(han, 2, 4)]),
  literal(')', { missing: 0.1 }),
)

/**
 * What a registry prints after an inspection: 检验有效期至2027年07月粤B(01), or with plate and town:
 * 苏E12345 检验有效期至2016年03月苏E(苏州).
 */
const stamp = sequence(
  optional(sequence(plate, optional(rewrite(' ', '')))),
  phrase('检验有效期至'),
  sequence(literal('20'), oneOf('0123'), digit),
  phrase('年'),
  month,
  phrase('月'),
  optional(office),
  optional(station),
)

export const inspection: Grammar = mostly(sequence(stamp, optional(stamp), optional(stamp)))
