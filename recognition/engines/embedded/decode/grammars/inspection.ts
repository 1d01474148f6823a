import { PROVINCES } from '../../../../../miniprogram/vehicle-license/checks'
import { choice, type Grammar, literal, oneOf, optional, repeat, rewrite, sequence } from '../grammar'
import { han, phrase } from './chinese'
import { mostly } from './free-text'

const digit = oneOf('0123456789')
const month = choice([1, sequence(literal('0'), oneOf('123456789'))], [1, sequence(literal('1'), oneOf('012'))])

const letter = oneOf('ABCDEFGHJKLMNPQRSTUVWXYZ')
const plate = sequence(oneOf(PROVINCES), letter, repeat(oneOf('ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'), 5, 6))
const office = sequence(oneOf(PROVINCES), letter)
/** Where the station is, by its number or its town. */
const place = sequence(
  literal('('),
  choice([1, repeat(digit, 2)], [1, repeat(han, 2, 4)]),
  literal(')', { missing: 0.1 }),
)

/**
 * What a vehicle registry prints after an inspection: 检验有效期至2027年07月粤B(01), with the plate before it and a town
 * behind it on some: 苏E12345 检验有效期至2016年03月苏E(苏州).
 */
const stamp = sequence(
  optional(sequence(plate, optional(rewrite(' ', '')))),
  phrase('检验有效期至'),
  sequence(literal('20'), oneOf('0123'), digit),
  phrase('年'),
  month,
  phrase('月'),
  optional(office),
  optional(place),
)

/** One inspection after the other, in a row each. */
const stamps = sequence(stamp, optional(stamp), optional(stamp))

export const inspection: Grammar = mostly(stamps)
