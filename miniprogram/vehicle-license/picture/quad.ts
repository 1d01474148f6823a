import type { Point, Quad } from '../recognition'
import type { Size } from './pose'

/** An upright rectangle, in px of a picture or in shares of it, as its user says. */
export interface Area extends Size {
  readonly x: number
  readonly y: number
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

export const mapQuad = ([a, b, c, d]: Quad, map: (corner: Point) => Point): Quad => [map(a), map(b), map(c), map(d)]

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

/** From shares of a picture to its px; what lies outside is drawn to its border. */
export const inPixels = (quad: Quad, { width, height }: Size): Quad =>
  mapQuad(quad, ({ x, y }) => ({ x: clamp(x) * width, y: clamp(y) * height }))

/** Sides shorter than this hold nothing to read. px */
const MIN_SIDE = 16

/** Whether something can be cut out along it: corners in reading order, bulging at each, not as thin as a line. */
export function isUsable(quad: Quad): boolean {
  return quad.every((corner, place) => {
    const next = quad[(place + 1) % 4] ?? corner
    const afterNext = quad[(place + 2) % 4] ?? corner
    const cross = (next.x - corner.x) * (afterNext.y - next.y) - (next.y - corner.y) * (afterNext.x - next.x)
    return cross > 0 && distance(corner, next) >= MIN_SIDE
  })
}

/** How large what it encloses is when seen straight, by the longer one of opposite sides. */
export const straightSize = ([a, b, c, d]: Quad): Size => ({
  width: Math.max(distance(a, b), distance(d, c)),
  height: Math.max(distance(a, d), distance(b, c)),
})

/** The smallest upright rectangle around it, of whole px. */
export function areaAround(quad: Quad): Area {
  const [xs, ys] = [quad.map(({ x }) => x), quad.map(({ y }) => y)]
  const [x, y] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))]
  return { x, y, width: Math.ceil(Math.max(...xs)) - x, height: Math.ceil(Math.max(...ys)) - y }
}

/** px that a corner may be off without anybody seeing it */
const TOLERANCE = 1.5

/** Whether it is an upright rectangle itself: there is nothing to make straight. */
export function isUpright([a, b, c, d]: Quad): boolean {
  const offsets = [a.y - b.y, d.y - c.y, a.x - d.x, b.x - c.x]
  return offsets.every((offset) => Math.abs(offset) <= TOLERANCE)
}
