import { either, many, open, type Part, sequence } from './automaton'
import { text } from './free-text'
import { printed } from './inspection'

const HAN = /^\p{Script=Han}$/u

/** A text of another form is less likely than this form by so much. */
const OTHERWISE = 1e-5

/** Who registers vehicles, as the seal names it: mostly the traffic police of a city. */
export const authority: Part = either(
  [
    1,
    sequence(
      many(open((glyph) => (HAN.test(glyph) ? { printed: glyph, weight: 1 } : undefined))),
      printed('公安局交通警察支队'),
    ),
  ],
  [OTHERWISE, text],
)
