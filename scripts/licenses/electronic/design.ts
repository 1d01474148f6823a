import type { Random } from '../random'
import type { Entries } from './entries'

/** Content of a screen, {@link SCREEN_PX} wide. */
export interface Design {
  readonly html: string
  /** Em of the smallest value. */
  readonly valuePx: number
}

/** Width of a design. */
export const SCREEN_PX = 1080

export type DrawDesign = (entries: Entries, random: Random) => Design
