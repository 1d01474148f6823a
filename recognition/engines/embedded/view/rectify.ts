import { concat, type Homography, project, rotation, shift } from '../../../../miniprogram/image/homography'
import { boundsOf } from '../../../../miniprogram/image/rect'
import { mapQuad, type Quad } from '../../../../miniprogram/image/quad'
import { readingOrder } from '../ocr/skew'
import { fitKeystone } from './keystone'

/** A stronger keystone is a misfit. */
const MAX_KEYSTONE = 0.45

/** The homography that makes lines of text horizontal and parallel. */
export interface Rectification {
  /** From px of the picture. */
  readonly map: Homography
  /** Skew of the text in the picture, degrees clockwise. */
  readonly angle: number
  /** Change of slope over the radius of the text. */
  readonly keystone: number
  /** px of the picture, corners in reading order. */
  readonly lines: readonly Quad[]
}

/** @param direction degrees clockwise; boxes alone leave open whether the text is upside down */
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
  const keystone = Math.abs(k) * radius < MAX_KEYSTONE ? k : 0
  const parallel: Homography = [1, 0, 0, 0, 1, 0, -keystone, 0, 1]
  const map = concat(parallel, concat(rotation((-Math.atan(slope) * 180) / Math.PI), leveled))
  return { map, angle: turned + (Math.atan(slope) * 180) / Math.PI, keystone: keystone * radius, lines }
}
