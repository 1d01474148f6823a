import { fitKeystone } from './keystone'
import { concat, type Homography, project, rotation, shift } from '../../../../miniprogram/image/homography'
import { boundsOf } from '../../../../miniprogram/image/rect'
import { mapQuad, type Quad } from '../../../../miniprogram/image/quad'
import { readingOrder } from '../ocr/skew'

/** A line that would meet the others nearer than this (in radii of the text) is no license, but a mistake. */
const MAX_CONVERGENCE = 0.45

/** What makes lines of text level and side by side. */
export interface Rectification {
  /** From px of the picture where the lines were found. */
  readonly map: Homography
  /** Degrees clockwise by which the text was turned, and how far its lines converged over the text's own extent. */
  readonly turned: number
  readonly converging: number
  /** The lines, where they were found, corners in reading order. */
  readonly lines: readonly Quad[]
}

/** @param upsideDown whether the text is the other way round than its direction alone says */
export function rectify(found: readonly Quad[], direction: number, upsideDown: boolean): Rectification {
  const turned = direction + (upsideDown ? 180 : 0)
  const lines = found.map((line) => readingOrder(line, turned))
  const bounds = boundsOf(found.flat())
  const [x, y] = [(bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2]
  const leveled = concat(rotation(-turned), shift(-x, -y))
  const radius = Math.hypot(bounds.right - bounds.left, bounds.bottom - bounds.top) / 2
  const { slope, k } = fitKeystone(
    lines.map((line) => mapQuad(line, (point) => project(leveled, point))),
    radius,
  )
  const converging = Math.abs(k) * radius < MAX_CONVERGENCE ? k : 0
  const sheared: Homography = [1, 0, 0, 0, 1, 0, -converging, 0, 1]
  const map = concat(sheared, concat(rotation((-Math.atan(slope) * 180) / Math.PI), leveled))
  return { map, turned: turned + (Math.atan(slope) * 180) / Math.PI, converging: converging * radius, lines }
}
