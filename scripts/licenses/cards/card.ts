import type { Hidden } from '../hidden'
import type { Printing } from '../printing'
import type { Degradations } from '../degradations'

/** One page of a license, `SCALE` px/mm. */
export interface Card {
  readonly html: string
  /** Em of the smallest value. */
  readonly smallestMm: number
}

/** What both pages of a license have in common. */
export interface Look<Form> {
  readonly form: Form
  readonly printing: Printing
  readonly sealFamily: string
  readonly degradations: Degradations
  readonly hidden: Hidden
}
