import type { Size } from '../../../../miniprogram/image/size'
import { concat, type Homography } from '../../../../miniprogram/image/homography'
import { type Pixels, resize } from './picture'
import { warp } from './warp'

/** A picture that is shown much smaller than it is must be shrunk first, or warping passes over its detail. */
const SPARE = 1.2
const MUCH = 0.8

/**
 * A picture as seen through a homography, near or from afar: three bytes a pixel (R, G, B).
 *
 * @param toPicture from px of the result to px of the picture
 * @param zoom about how much larger than in the picture things are shown
 */
export async function resample(picture: Pixels, toPicture: Homography, size: Size, zoom: number): Promise<Uint8Array> {
  const shrunk = zoom * SPARE
  if (shrunk >= MUCH) return warp(picture, toPicture, size)
  const [width, height] = [Math.round(picture.width * shrunk), Math.round(picture.height * shrunk)]
  const toShrunk: Homography = [width / picture.width, 0, 0, 0, height / picture.height, 0, 0, 0, 1]
  return warp({ data: await resize(picture, width, height), width, height }, concat(toShrunk, toPicture), size)
}
