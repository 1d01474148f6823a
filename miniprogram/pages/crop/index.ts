import { localize } from '../../components/words'
import type { Quad } from '../../image/quad'
import type { EditorPicture } from '../../services/pictures/editor-picture'

Page({
  data: { picture: null as EditorPicture | null },
  quad: undefined as Quad | undefined,
  onLoad() {
    localize(this, 'crop')
    const channel = this.getOpenerEventChannel()
    // No channel if no page opened this one.
    if (channel.on) channel.on('picture', (picture: EditorPicture) => this.setData({ picture }))
    else this.leave()
  },
  onUnload() {
    this.getOpenerEventChannel().emit?.('closed', this.quad)
  },
  done({ detail }: WechatMiniprogram.CustomEvent<Quad>) {
    this.quad = detail
    this.leave()
  },
  leave() {
    void wx.navigateBack()
  },
})
