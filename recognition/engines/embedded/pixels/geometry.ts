import type { Point, Quad } from '../../../../miniprogram/vehicle-license/recognition'

/** An upright rectangle, px. */
export interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const contains = ({ left, top, right, bottom }: Rect, { x, y }: Point): boolean =>
  x > left && x < right && y > top && y < bottom

export const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y)

/** The point `share` (0..1) of the way from `a` to `b`. */
export const between = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
})

/** px; a quad's longer side of either pair */
export const widthOf = ([a, b, c, d]: Quad): number => Math.max(distance(a, b), distance(d, c))
export const heightOf = ([a, b, c, d]: Quad): number => Math.max(distance(a, d), distance(b, c))

/** The part of a line of text between two shares (0..1) of its length. */
export const slice = ([a, b, c, d]: Quad, from: number, to: number): Quad => [
  between(a, b, from),
  between(a, b, to),
  between(d, c, to),
  between(d, c, from),
]

export const mapQuad = ([a, b, c, d]: Quad, map: (point: Point) => Point): Quad => [map(a), map(b), map(c), map(d)]

export const centerOf = ([a, b, c, d]: Quad): Point => ({
  x: (a.x + b.x + c.x + d.x) / 4,
  y: (a.y + b.y + c.y + d.y) / 4,
})

export function boundsOf(points: readonly Point[]): Rect {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

export const quadOf = ({ left, top, right, bottom }: Rect): Quad => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
]

export const middleOf = ({ left, top, right, bottom }: Rect): Point => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
})

/** Larger by this share of its longer side, all around. */
export function grow({ left, top, right, bottom }: Rect, share: number): Rect {
  const margin = share * Math.max(right - left, bottom - top)
  return { left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin }
}
