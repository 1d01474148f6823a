import type { Quad } from '../../../../miniprogram/image/quad'
import type { Picture } from '../pixels/picture'

/** What was found in a picture; all places in its px. */
export interface Scene {
  readonly picture: Picture
  /** Lines of text, those of the license and whatever else. */
  readonly lines: readonly Quad[]
  /** Outlines of the pages that were found; where a page is cut off, they reach beyond the picture. */
  readonly cards: readonly Quad[]
  /** Median height of the values' characters, px of the picture as sent. */
  readonly textHeight: number
}
