import { getRecord } from '../../services/records'
import { EMPTY_STATE, Session } from '../../services/session'
import { openAlbum, openCamera } from '../../services/scan'
import type { FieldKey } from '../../vehicle-license/fields'

Page({
  data: { ...EMPTY_STATE, missing: false },
  session: undefined as Session | undefined,
  recordId: '',
  onLoad({ id = '' }: { id?: string }) {
    this.recordId = id
    const record = getRecord(id)
    if (record) this.session = new Session(record, (changed) => this.setData(changed))
    else this.setData({ missing: true })
  },
  onUnload() {
    this.session?.cancel()
  },
  change({ detail }: WechatMiniprogram.CustomEvent<{ key: FieldKey; value: string }>) {
    this.session?.type(detail.key, detail.value)
  },
  retry() {
    void this.session?.recognize()
  },
  cancel() {
    this.session?.cancel()
  },
  enlarge() {
    void wx.previewImage({ urls: [this.data.photo] })
  },
  async confirm() {
    await this.session?.confirm()
    void wx.pageScrollTo({ scrollTop: 0 })
  },
  async copy() {
    if (this.session) await wx.setClipboardData({ data: this.session.describe() })
  },
  retake() {
    openCamera(this.recordId)
  },
  replace() {
    openAlbum(this.recordId)
  },
  next() {
    openCamera()
  },
  home() {
    void wx.reLaunch({ url: '/pages/home/index' })
  },
})
