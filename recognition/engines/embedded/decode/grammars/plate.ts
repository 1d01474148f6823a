import { PROVINCES } from '../../../../../miniprogram/vehicle-license/checks'
import { choice, type Grammar, oneOf, repeat, sequence } from '../grammar'

/** GA 36: no I and no O. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const NOT_Q = LETTERS.replace('Q', '')
const DIGITS = '0123456789'
/** A place holds a digit more often than a letter, and what looks like a Q is a zero with a stroke mostly. */
const LETTER = 0.6
const Q = 0.2

const digit = oneOf(DIGITS)
const place = choice([1, digit], [LETTER, oneOf(NOT_Q)], [Q, oneOf('Q')])
/** The point between the authority and the number is printed or not, and no part of the value. */
const head = sequence(oneOf(PROVINCES), oneOf(LETTERS))
const energy = choice([1, oneOf('DF')], [0.3, oneOf('ABCEGHJK')])

/** GA 36: civil, new energy of five and six places, with a suffix, of embassies and consulates. */
export const plate: Grammar = choice(
  [1, sequence(head, repeat(place, 5))],
  [0.5, sequence(head, energy, place, repeat(digit, 4))],
  [0.3, sequence(head, repeat(digit, 5), energy)],
  [0.2, sequence(head, repeat(place, 4), oneOf('挂'))],
  [0.05, sequence(head, repeat(place, 4), oneOf('学警港澳领'))],
  [0.01, choice([1, sequence(oneOf('使'), repeat(digit, 6))], [1, sequence(repeat(digit, 6), oneOf('使'))])],
)
