import type { Size } from '../../image/size'

/** rpx that every screen is wide */
export const SCREEN_RPX = 750

/** From rpx to pixels of this phone's screen. */
export function inPixels({ width, height }: Size): Size {
  const { windowWidth, pixelRatio } = wx.getWindowInfo()
  const scale = (windowWidth * pixelRatio) / SCREEN_RPX
  return { width: width * scale, height: height * scale }
}

/** rpx of the window, without the bar above the page. */
export function windowSize(): Size {
  const { windowWidth, windowHeight } = wx.getWindowInfo()
  return { width: SCREEN_RPX, height: (windowHeight * SCREEN_RPX) / windowWidth }
}
