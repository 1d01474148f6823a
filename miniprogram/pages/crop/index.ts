import type { Quad } from '../../image/quad'
import { speak } from '../../components/words'
import { endCropping, pictureToCrop } from '../../services/navigation/crop'
import type { EditorPicture } from '../../services/pictures/editor-picture'

Page({
  data: { picture: null as EditorPicture | null },
  onLoad() {
    speak(this, 'crop')
    const picture = pictureToCrop()
    if (picture) this.setData({ picture })
    else this.leave()
  },
  /** Also when the person goes back. */
  onUnload() {
    endCropping()
  },
  done({ detail }: WechatMiniprogram.CustomEvent<Quad>) {
    endCropping(detail)
    this.leave()
  },
  leave() {
    void wx.navigateBack()
  },
})
