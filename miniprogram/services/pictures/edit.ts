import type { Turn } from '../../image/pose'
import { isWhole, type Quad, WHOLE } from '../../image/quad'

/** What a person did to a picture. */
export interface Edit {
  /** Clockwise, of the upright picture. */
  readonly turn?: Turn
  /** The part to cut out and straighten, in shares 0..1 of the turned picture. A degenerate quad counts as the whole picture. */
  readonly quad?: Quad
}

export const isEdited = ({ turn = 0, quad = WHOLE }: Edit): boolean => turn !== 0 || !isWhole(quad)
