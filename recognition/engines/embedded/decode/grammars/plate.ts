import { PROVINCES } from '../../../../../miniprogram/vehicle-license/checks'
import { choice, type Grammar, oneOf, repeat, sequence } from '../grammar'
import { digit, LETTERS } from './alphabets'

/** Digits are more frequent than letters, and what looks like a Q is mostly a slashed zero. */
const character = choice([1, digit], [0.6, oneOf(LETTERS.replace('Q', ''))], [0.2, oneOf('Q')])
/** The dot after the letter is not part of the value. */
const head = sequence(oneOf(PROVINCES), oneOf(LETTERS))
const energy = choice([1, oneOf('DF')], [0.3, oneOf('ABCEGHJK')])

/** GA 36: civil, small and large new energy, trailer, other suffixes, embassy and consulate. */
export const plate: Grammar = choice(
  [1, sequence(head, repeat(character, 5))],
  [0.5, sequence(head, energy, character, repeat(digit, 4))],
  [0.3, sequence(head, repeat(digit, 5), energy)],
  [0.2, sequence(head, repeat(character, 4), oneOf('挂'))],
  [0.05, sequence(head, repeat(character, 4), oneOf('学警港澳领'))],
  [0.01, choice([1, sequence(oneOf('使'), repeat(digit, 6))], [1, sequence(repeat(digit, 6), oneOf('使'))])],
)
