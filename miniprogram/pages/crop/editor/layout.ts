import type { Point } from '../../../image/point'
import { fit, type Size } from '../../../image/size'
import { SCREEN_RPX } from '../../../services/platform/screen'

/** Around the picture: at the screen's edge, a swipe means "back". */
const MARGIN_RPX = 72
const ZOOM = 3
const LOUPE_RPX = 260

/** px */
export interface Rect extends Size {
  readonly left: number
  readonly top: number
}

export interface Layout {
  /** px */
  readonly picture: Rect
  /** rpx */
  readonly width: number
  readonly height: number
}

/**
 * @param stage px, as wide as the screen
 * @param picture as turned
 */
export function layOut(stage: Rect, picture: Size): Layout {
  const rpx = SCREEN_RPX / stage.width
  const box = { width: SCREEN_RPX - 2 * MARGIN_RPX, height: stage.height * rpx - 2 * MARGIN_RPX }
  const { width, height } = fit(picture, box)
  const size = { width: width / rpx, height: height / rpx }
  const left = stage.left + (stage.width - size.width) / 2
  return { picture: { ...size, left, top: stage.top + (stage.height - size.height) / 2 }, width, height }
}

/** From screen px to shares of the picture. */
export const sharesOf = ({ x, y }: Point, { picture }: Layout): Point => ({
  x: (x - picture.left) / picture.width,
  y: (y - picture.top) / picture.height,
})

export interface Loupe extends Size {
  /** Away from the finger */
  readonly side: 'left' | 'right'
  /** rpx, offset of the enlarged picture in the loupe */
  readonly left: number
  readonly top: number
}

/** Centers the loupe on a corner. */
export function loupeAt(corner: Point, { width, height }: Size): Loupe {
  const large = { width: width * ZOOM, height: height * ZOOM }
  return {
    ...large,
    side: corner.x < 0.5 ? 'right' : 'left',
    left: LOUPE_RPX / 2 - corner.x * large.width,
    top: LOUPE_RPX / 2 - corner.y * large.height,
  }
}
