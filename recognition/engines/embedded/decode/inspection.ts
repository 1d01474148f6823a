import { either, literal, oneOf, optional, type Part, sequence, times } from './automaton'
import { printed } from './chinese'
import { mostly } from './free-text'
import { PROVINCES } from './plates'

const digit = oneOf('0123456789')
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

export const inspection: Part = mostly(stamps)
