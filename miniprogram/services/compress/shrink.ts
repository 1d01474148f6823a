import type { Size } from '../../vehicle-license/picture/pose'
import type { Encoder } from './encoder'

/** Has the platform make an upright JPEG smaller: it decodes no more of it than it needs. Sizes are heeded from 2.26.0. */
export const shrinker = (path: string, size: Size): Encoder => ({
  size,
  async encode({ width, height }, quality) {
    const { tempFilePath } = await wx.compressImage({
      src: path,
      quality: Math.round(quality * 100),
      compressedWidth: width,
      compressedHeight: height,
    })
    return tempFilePath
  },
})
