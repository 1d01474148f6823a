import { quantile } from '../../../../miniprogram/image/statistics'
import { luminanceAt } from '../../../../miniprogram/image/luminance'
import { concat, type Homography, scale, shift } from '../../../../miniprogram/image/homography'
import type { Rect } from '../../../../miniprogram/image/rect'
import type { Picture } from './picture'
import { warp } from './warp'

/** Values 0..1, row by row. */
export interface ValueMap {
  readonly data: Float32Array
  readonly width: number
  readonly height: number
}

/** Luminance of a rectangle, 0..1. */
function luminanceOf(picture: Picture, place: Rect, toPicture: Homography, resolution: number): ValueMap {
  const width = Math.max(1, Math.round((place.right - place.left) * resolution))
  const height = Math.max(1, Math.round((place.bottom - place.top) * resolution))
  const rgb = warp(picture, concat(toPicture, concat(shift(place.left, place.top), scale(1 / resolution))), {
    width,
    height,
  })
  const luminance = new Float32Array(width * height)
  for (let i = 0; i < luminance.length; i++) {
    luminance[i] = luminanceAt(rgb, 3 * i) / 255
  }
  return { data: luminance, width, height }
}

/** Luminance (0..1) below which print may be light on dark, as on a screen. */
const DARK_PAPER = 0.5
/** Quantile of a word's pixels that is ink. */
const INK = 0.05
/** Of ink to paper, as a share of the paper's luminance, which counts as at least `MIN_LIGHT` (0..1) for noise. */
const MIN_CONTRAST = 0.2
const MIN_LIGHT = 0.25

/**
 * Darkness of a rectangle: 0 like its paper, 1 like the ink of a printed word nearby. `undefined` without contrast.
 *
 * @param toPicture from the units of the rectangles to px of the picture
 * @param resolution px per unit
 */
export function darkness(
  picture: Picture,
  place: Rect,
  word: Rect,
  toPicture: Homography,
  resolution: number,
): ValueMap | undefined {
  const luminance = luminanceOf(picture, place, toPicture, resolution)
  const paper = quantile(luminance.data, 0.5)
  const printed = luminanceOf(picture, word, toPicture, resolution).data
  const onDark = paper < DARK_PAPER && quantile(printed, 1 - INK) - paper > paper - quantile(printed, INK)
  const contrast = onDark ? quantile(printed, 1 - INK) - paper : paper - quantile(printed, INK)
  if (contrast < MIN_CONTRAST * Math.max(MIN_LIGHT, Math.min(0.5, paper))) return undefined
  const data = luminance.data.map((value) =>
    Math.min(1, Math.max(0, (onDark ? value - paper : paper - value) / contrast)),
  )
  return { ...luminance, data }
}
