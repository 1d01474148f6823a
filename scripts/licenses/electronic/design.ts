import type { Random } from '../random'
import type { Entries } from './entries'

/** A screen as wide as {@link SCREEN_PX}, as high as it becomes. */
export interface Design {
  readonly html: string
  /** px: the em of its smallest value */
  readonly valuePx: number
}

/** px: the width that designs are made for */
export const SCREEN_PX = 1080

export type DrawDesign = (entries: Entries, random: Random) => Design
