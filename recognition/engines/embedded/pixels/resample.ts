import type { Size } from '../../../../miniprogram/image/size'
import { concat, type Homography } from '../../../../miniprogram/image/homography'
import { type Pixels, resize } from './picture'
import { warp } from './warp'

/** Scale of the picture before the warp, relative to the result; from this scale on it is not downscaled. */
const OVERSAMPLING = 1.2
const MAX_SCALE = 0.8

/**
 * Warps a picture without aliasing: downscales it first where the result is much smaller. Returns RGB.
 *
 * @param toPicture from px of the result to px of the picture
 * @param zoom approximate scale of the result
 */
export async function resample(picture: Pixels, toPicture: Homography, size: Size, zoom: number): Promise<Uint8Array> {
  const shrunk = zoom * OVERSAMPLING
  if (shrunk >= MAX_SCALE) return warp(picture, toPicture, size)
  const [width, height] = [Math.round(picture.width * shrunk), Math.round(picture.height * shrunk)]
  const toShrunk: Homography = [width / picture.width, 0, 0, 0, height / picture.height, 0, 0, 0, 1]
  return warp({ data: await resize(picture, width, height), width, height }, concat(toShrunk, toPicture), size)
}
