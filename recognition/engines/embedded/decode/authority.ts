import { many, type Part, sequence } from './automaton'
import { han, printed } from './chinese'
import { mostly } from './free-text'

/** Who registers vehicles, as the seal names it: mostly the traffic police of a city. */
export const authority: Part = mostly(sequence(many(han), printed('公安局交通警察支队')))
