import type { Hidden } from '../hidden'
import type { Printing } from '../printing'
import type { Degradations } from '../degradations'

/** One page of a license, without a place: `SCALE` px a millimeter. */
export interface Card {
  readonly html: string
  /** mm: the em of the smallest value */
  readonly smallestMm: number
}

/** How a license looks, the same on both of its pages. */
export interface Look<Form> {
  readonly form: Form
  readonly printing: Printing
  readonly sealFamily: string
  readonly degradations: Degradations
  readonly hidden: Hidden
}
