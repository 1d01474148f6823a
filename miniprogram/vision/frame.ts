import { luma256At } from '../image/luminance'
import type { Size } from '../image/size'

/** A picture as `onCameraFrame` delivers it. */
export interface Frame extends Size {
  /** RGBA, row by row from the top; rows may have padding, all the same. */
  readonly data: Uint8Array | Uint8ClampedArray
}

const BYTES_PER_PIXEL = 4

const isSize = (value: number): boolean => Number.isInteger(value) && value > 0

/** Bytes from one row to the next; 0 if the frame cannot be read */
export function strideOf({ data, width, height }: Frame): number {
  if (!isSize(width) || !isSize(height)) return 0
  const strideBytes = Math.floor(data.length / height)
  return strideBytes < width * BYTES_PER_PIXEL ? 0 : strideBytes
}

/** Luminance 0..255 of the pixel whose first byte is at `at` */
export const lumaAt = (data: Frame['data'], at: number): number => luma256At(data, at) >> 8
