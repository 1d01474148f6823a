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

/** How light each pixel of a place is, 0..1. `toPicture`: from the place's units to px; `resolution`: px a unit. */
function patch(picture: Picture, place: Rect, toPicture: Homography, resolution: number): ValueMap {
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

/** On paper darker than this (of 1), print may be light: on a screen. */
const DARK_PAPER = 0.5
/** Share of a word's pixels that are surely ink. */
const INK = 0.05
/** Less than this between ink and paper, of the paper's light, is no print; of none, little is noise. */
const MIN_CONTRAST = 0.2
const MIN_LIGHT = 0.25

/**
 * How dark each pixel of a place is: 0 like the paper there, 1 like the ink of a printed word near it.
 * `undefined` where the two do not differ.
 *
 * @param toPicture from the units of the place to px of the picture
 * @param resolution px a unit that the result has
 */
export function darkness(
  picture: Picture,
  place: Rect,
  word: Rect,
  toPicture: Homography,
  resolution: number,
): ValueMap | undefined {
  const luminance = patch(picture, place, toPicture, resolution)
  const paper = quantile(luminance.data, 0.5)
  const printed = patch(picture, word, toPicture, resolution).data
  const onDark = paper < DARK_PAPER && quantile(printed, 1 - INK) - paper > paper - quantile(printed, INK)
  const contrast = onDark ? quantile(printed, 1 - INK) - paper : paper - quantile(printed, INK)
  if (contrast < MIN_CONTRAST * Math.max(MIN_LIGHT, Math.min(0.5, paper))) return undefined
  const data = luminance.data.map((value) =>
    Math.min(1, Math.max(0, (onDark ? value - paper : paper - value) / contrast)),
  )
  return { ...luminance, data }
}
