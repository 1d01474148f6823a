import type { Quad } from '../../image/quad'
import type { EditorPicture } from '../pictures/editor-picture'

interface Cropping {
  readonly picture: EditorPicture
  readonly end: (quad?: Quad) => void
}

let underWay: Cropping | undefined

/** Opens the page that a picture is cropped on. Resolves to the quad, or to nothing when the person goes back. */
export const crop = (picture: EditorPicture): Promise<Quad | undefined> =>
  new Promise((resolve) => {
    underWay = { picture, end: resolve }
    wx.navigateTo({ url: '../crop/index', fail: () => endCropping() })
  })

/** What is to be cropped, for that page. */
export const pictureToCrop = (): EditorPicture | undefined => underWay?.picture

/** Called when the page goes, with a quad or without. */
export function endCropping(quad?: Quad): void {
  underWay?.end(quad)
  underWay = undefined
}
