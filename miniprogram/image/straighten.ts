import { homographyTo, invert, project } from './homography'
import type { Point } from './point'
import type { Quad } from './quad'
import { type Area, areaAround } from './rect'

/** The position of a point in the straightened quad, in shares of its width and height; outside 0..1 it is outside. */
export const shareIn = (quad: Quad, point: Point): Point => project(invert(homographyTo(quad)), point)

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

/** The bounding box of `box` in the straightened quad, in shares 0..1, clipped at its edges. */
export const areaIn = (quad: Quad, box: Quad): Area =>
  areaAround(box.map((corner) => shareIn(quad, corner)).map(({ x, y }) => ({ x: clamp(x), y: clamp(y) })))
