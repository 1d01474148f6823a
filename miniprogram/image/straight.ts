import { homographyTo, invert, project } from './homography'
import type { Point } from './point'
import type { Quad } from './quad'
import { type Area, areaAround } from './rect'

/** Where a point lies in what a quad encloses, seen straight: shares 0..1 of its width and height, beyond them outside. */
export const shareIn = (quad: Quad, point: Point): Point => project(invert(homographyTo(quad)), point)

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

/** The upright area around a box of the picture, in shares 0..1 of what `quad` encloses; cut at its edges. */
export const areaIn = (quad: Quad, box: Quad): Area =>
  areaAround(box.map((corner) => shareIn(quad, corner)).map(({ x, y }) => ({ x: clamp(x), y: clamp(y) })))
