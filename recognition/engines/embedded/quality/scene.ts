import type { Quad } from '../../../../miniprogram/image/quad'
import type { Picture } from '../pixels/picture'

/** What was found in a picture; px of the picture. */
export interface Scene {
  readonly picture: Picture
  /** All lines of text, on the license or not. */
  readonly lines: readonly Quad[]
  /** Outlines of the pages; they extend beyond the picture where a page is cut off. */
  readonly cards: readonly Quad[]
  /** Median height of the values' characters, px of the picture as sent. */
  readonly textHeight: number
}

/** What the measures of print need. */
export type Print = Omit<Scene, 'textHeight'>
