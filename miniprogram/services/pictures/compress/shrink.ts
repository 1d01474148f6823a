import type { EncodingPlan } from '../../../image/jpeg-encoding'
import type { Encoder } from './encoder'

/**
 * Has the platform make an upright JPEG smaller: it decodes no more of it than it needs. Nothing where it cannot; before
 * 2.26.0 it leaves the size as it is.
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
