import { between, cross, distance, minus, type Point } from './point'
import { type Area, areaOf, boundsOf, type Rect } from './rect'
import type { Size } from './size'

/** Corners in reading order: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point]

export const mapQuad = ([a, b, c, d]: Quad, map: (corner: Point) => Point): Quad => [map(a), map(b), map(c), map(d)]

export const quadOf = ({ left, top, right, bottom }: Rect): Quad => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
]

/** A whole picture, in shares 0..1 of its width and height. */
export const WHOLE = quadOf({ left: 0, top: 0, right: 1, bottom: 1 })

export const centerOf = ([a, b, c, d]: Quad): Point => ({
  x: (a.x + b.x + c.x + d.x) / 4,
  y: (a.y + b.y + c.y + d.y) / 4,
})

/** The part of a line of text between two shares (0..1) of its length. */
export const slice = ([a, b, c, d]: Quad, from: number, to: number): Quad => [
  between(a, b, from),
  between(a, b, to),
  between(d, c, to),
  between(d, c, from),
]

/** The longer of its two sides across. */
export const widthOf = ([a, b, c, d]: Quad): number => Math.max(distance(a, b), distance(d, c))
/** The longer of its two sides down. */
export const heightOf = ([a, b, c, d]: Quad): number => Math.max(distance(a, d), distance(b, c))

/** The size of its straightened content. */
export const straightSize = (quad: Quad): Size => ({ width: widthOf(quad), height: heightOf(quad) })

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

/** From shares of a picture to px, clamped to the picture. */
export const inPixels = (quad: Quad, { width, height }: Size): Quad =>
  mapQuad(quad, ({ x, y }) => ({ x: clamp(x) * width, y: clamp(y) * height }))

/** px; shorter sides hold nothing readable. */
const MIN_SIDE = 16

/** Whether it can be cut out: convex, corners in reading order, no side too short. */
export function isUsable(quad: Quad): boolean {
  return quad.every((corner, place) => {
    const next = quad[(place + 1) % 4] ?? corner
    const afterNext = quad[(place + 2) % 4] ?? corner
    return cross(minus(next, corner), minus(afterNext, next)) > 0 && distance(corner, next) >= MIN_SIDE
  })
}

/** Its bounding box in whole px. */
export function wholeAreaAround(quad: Quad): Area {
  const { left, top, right, bottom } = boundsOf(quad)
  return areaOf({ left: Math.floor(left), top: Math.floor(top), right: Math.ceil(right), bottom: Math.ceil(bottom) })
}

/** px; nobody sees a corner that is off by less. */
const TOLERANCE = 1.5

/** Whether it is an upright rectangle, and needs no straightening. */
export function isUpright([a, b, c, d]: Quad): boolean {
  const offsets = [a.y - b.y, d.y - c.y, a.x - d.x, b.x - c.x]
  return offsets.every((offset) => Math.abs(offset) <= TOLERANCE)
}

/** The same part, in shares of the picture, after the picture is turned by 90 degrees clockwise. */
export function turnQuad([topLeft, topRight, bottomRight, bottomLeft]: Quad): Quad {
  const turn = ({ x, y }: Point): Point => ({ x: 1 - y, y: x })
  return [turn(bottomLeft), turn(topLeft), turn(topRight), turn(bottomRight)]
}

export const isWhole = (quad: Quad): boolean =>
  quad.every(({ x, y }, corner) => x === WHOLE[corner]?.x && y === WHOLE[corner].y)
