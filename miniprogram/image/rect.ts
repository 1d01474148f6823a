import type { Point } from './point'
import type { Size } from './size'

/** An upright rectangle by its sides, in px of a picture or in shares of it, as its user says. */
export interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** An upright rectangle by its corner and size, as canvases and styles want it. */
export interface Area extends Size {
  readonly x: number
  readonly y: number
}

export const areaOf = ({ left, top, right, bottom }: Rect): Area => ({
  x: left,
  y: top,
  width: right - left,
  height: bottom - top,
})

export function boundsOf(points: readonly Point[]): Rect {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

export const areaAround = (points: readonly Point[]): Area => areaOf(boundsOf(points))

/** Whether a point lies inside, not on a side. */
export const contains = ({ left, top, right, bottom }: Rect, { x, y }: Point): boolean =>
  x > left && x < right && y > top && y < bottom

export const middleOf = ({ left, top, right, bottom }: Rect): Point => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
})
