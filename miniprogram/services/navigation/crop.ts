import type { Quad } from '../../image/quad'
import type { EditorPicture } from '../pictures/editor-picture'

/** Opens the crop page. Resolves to the new quad, or to undefined if the person goes back. */
export const crop = (picture: EditorPicture): Promise<Quad | undefined> =>
  new Promise((resolve) => {
    wx.navigateTo({
      url: '../crop/index',
      events: { closed: resolve },
      success: ({ eventChannel }) => eventChannel.emit('picture', picture),
      fail: () => resolve(undefined),
    })
  })
