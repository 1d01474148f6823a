import { speak, wordsOf } from '../../components/words'
import { getRecord } from '../../services/records'
import { EMPTY_STATE, Draft } from '../../services/draft'
import { openAlbum, openCamera } from '../../services/scan'
import { type FieldKey, FIELDS, type LicensePage } from '../../vehicle-license/fields'

Page({
  data: { ...EMPTY_STATE, s: wordsOf('confirm'), missing: false },
  draft: undefined as Draft | undefined,
  recordId: '',
  onLoad({ id = '' }: { id?: string }) {
    speak(this, 'confirm')
    this.recordId = id
    const record = getRecord(id)
    if (record) this.draft = new Draft(record, (changed) => this.setData(changed))
    else this.setData({ missing: true })
  },
  onUnload() {
    this.draft?.cancel()
  },
  change({ detail }: WechatMiniprogram.CustomEvent<{ key: FieldKey; value: string }>) {
    this.draft?.type(detail.key, detail.value)
  },
  retry() {
    void this.draft?.recognize()
  },
  cancel() {
    this.draft?.cancel()
  },
  async confirm() {
    if (!(await this.acceptsReview())) return
    await this.draft?.confirm()
    void wx.pageScrollTo({ scrollTop: 0 })
  },
  /** Whether nothing is left to look at, or the person says that it stands so on the license. */
  async acceptsReview(): Promise<boolean> {
    const labels = FIELDS.filter(({ key }) => this.data.review[key]).map(({ label }) => label.zh)
    if (labels.length === 0) return true
    const { confirm } = await wx.showModal({
      title: '仍要确认吗？',
      content: `请再核对：${labels.join('、')} Please check these again, or confirm as they are.`,
      confirmText: '仍然确认',
      cancelText: '再看看',
    })
    return confirm
  },
  async copy() {
    if (this.draft) await wx.setClipboardData({ data: this.draft.describe() })
  },
  retake({ currentTarget }: DataEvent<{ page?: LicensePage }>) {
    openCamera(this.recordId, currentTarget.dataset.page)
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
