/** From the top left corner of a picture, in px or in shares 0..1 of its size, as its user says. */
export interface Point {
  readonly x: number
  readonly y: number
}

export const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y })
export const cross = (a: Point, b: Point): number => a.x * b.y - a.y * b.x
export const lengthOf = ({ x, y }: Point): number => Math.hypot(x, y)
export const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y)

/** The point `share` (0..1) of the way from `a` to `b`. */
export const between = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
})

/** Clockwise in a picture (y down), by `angle` in radians. */
export const rotated = ({ x, y }: Point, angle: number): Point => ({
  x: x * Math.cos(angle) - y * Math.sin(angle),
  y: x * Math.sin(angle) + y * Math.cos(angle),
})
