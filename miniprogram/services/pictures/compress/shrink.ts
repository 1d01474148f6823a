import type { EncodingPlan } from '../../../image/jpeg-encoding'
import type { Encoder } from './encoder'

/**
 * Shrinks an upright JPEG with `wx.compressImage`, which need not decode all of it. Before base library 2.26.0 it keeps
 * the size.
 */
export const shrinker = (path: string, sending: EncodingPlan): Encoder => ({
  ...sending,
  async encode({ width, height }, quality) {
    const options = { src: path, quality: Math.round(quality * 100), compressedWidth: width, compressedHeight: height }
    try {
      return (await wx.compressImage(options)).tempFilePath
    } catch {
      return undefined
    }
  },
})
