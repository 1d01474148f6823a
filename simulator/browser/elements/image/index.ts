import { messageOf } from '../../../error-message'
import { toUrl } from '../../runtime/files'
import { defineElement, emit, hostOf, listen, ownerPathOf, partOf } from '../define'

/** `mode` -> `object-fit`; any other mode is `fill`. */
const FITS: Record<string, string> = {
  aspectFit: 'contain',
  aspectFill: 'cover',
  center: 'none',
  top: 'none',
  bottom: 'none',
  left: 'none',
  right: 'none',
  'top left': 'none',
  'top right': 'none',
  'bottom left': 'none',
  'bottom right': 'none',
}

export const element = defineElement({
  properties: {
    src: String,
    mode: { type: String, value: 'scaleToFill' },
    lazyLoad: Boolean,
    webp: Boolean,
    showMenuByLongpress: Boolean,
    fadeIn: Boolean,
  },
  lifetimes: {
    created() {
      const image = partOf(this, 'image', HTMLImageElement)
      listen(image, 'load', () => emit(this, 'load', { width: image.naturalWidth, height: image.naturalHeight }))
      listen(image, 'error', () => emit(this, 'error', { errMsg: `GET ${this.data.src} failed` }))
    },
  },
  observers: {
    src(src: string) {
      const image = partOf(this, 'image', HTMLImageElement)
      if (!src) {
        image.removeAttribute('src')
        return
      }
      try {
        image.src = toUrl(src, ownerPathOf(this))
      } catch (error) {
        emit(this, 'error', { errMsg: messageOf(error) })
      }
    },
    mode(mode: string) {
      const fit = FITS[mode] ?? 'fill'
      const { style } = partOf(this, 'image', HTMLElement)
      style.objectFit = fit
      style.objectPosition = fit === 'none' ? mode : ''
      hostOf(this).setAttribute('mode', mode)
    },
  },
})
