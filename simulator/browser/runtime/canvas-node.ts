import { toUrl } from './files'
import { stack } from './stack'

/** WeChat's Canvas, which creates its own images. */
export type CanvasNode = HTMLCanvasElement & {
  createImage: () => HTMLImageElement
  requestAnimationFrame: typeof requestAnimationFrame
  cancelAnimationFrame: typeof cancelAnimationFrame
}

/** An image whose `src` may be a path in the mini program. */
function createImage(): HTMLImageElement {
  const image = new Image()
  Object.defineProperty(image, 'src', {
    get: () => image.getAttribute('src') ?? '',
    set: (path: string) => {
      try {
        image.setAttribute('src', toUrl(path, stack.top?.route))
      } catch (error) {
        queueMicrotask(() => image.dispatchEvent(new ErrorEvent('error', { error })))
      }
    },
  })
  return image
}

export const toCanvasNode = (canvas: HTMLCanvasElement): CanvasNode =>
  Object.assign(canvas, {
    createImage,
    requestAnimationFrame: window.requestAnimationFrame.bind(window),
    cancelAnimationFrame: window.cancelAnimationFrame.bind(window),
  })
