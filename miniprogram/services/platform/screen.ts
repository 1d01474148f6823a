import type { Size } from '../../image/size'

/** Width of every screen in rpx. */
export const SCREEN_RPX = 750

/** From rpx to physical px. */
export function inPixels({ width, height }: Size): Size {
  const { windowWidth, pixelRatio } = wx.getWindowInfo()
  const scale = (windowWidth * pixelRatio) / SCREEN_RPX
  return { width: width * scale, height: height * scale }
}

/** rpx, without the navigation bar */
export function windowSize(): Size {
  const { windowWidth, windowHeight } = wx.getWindowInfo()
  return { width: SCREEN_RPX, height: (windowHeight * SCREEN_RPX) / windowWidth }
}
