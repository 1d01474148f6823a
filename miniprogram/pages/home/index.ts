import type { LicenseRecord } from '../../services/license-record'
import { getRecord, listRecords, removeRecord } from '../../services/records'
import { fillInByHand, openAlbum, openCamera, openConfirm } from '../../services/scan'

/** How to take a picture that reads well. */
const TIPS = [
  { zh: '把行驶证放平，去掉反光的塑料套', en: 'Lay the license flat, out of its shiny sleeve' },
  { zh: '光线均匀，避开灯光直射和阴影', en: 'Even light: no lamp glare, no shadow' },
  { zh: '主页、副页可以上下摆放，一次拍下', en: 'Main and duplicate page may lie one above the other' },
  { zh: '让证件占满取景框，拿稳再拍', en: 'Fill the frame with it and hold still' },
]

Page({
  data: {
    tips: TIPS,
    helpVisible: false,
    unfinished: [] as LicenseRecord[],
    confirmed: [] as LicenseRecord[],
    unfinishedHeading: { zh: '未完成', en: 'Unfinished' },
    confirmedHeading: { zh: '已确认', en: 'Confirmed' },
  },
  onShow() {
    const records = listRecords()
    this.setData({
      unfinished: records.filter(({ confirmedAt }) => confirmedAt === undefined),
      confirmed: records.filter(({ confirmedAt }) => confirmedAt !== undefined),
    })
  },
  scan() {
    openCamera()
  },
  album() {
    openAlbum()
  },
  fillIn() {
    void fillInByHand()
  },
  open(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    openConfirm(event.detail)
  },
  async remove(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    const record = getRecord(event.detail.id)
    const { confirm } = await wx.showModal({ title: '删除这条记录？', content: 'Delete this license from the phone?' })
    if (!confirm || !record) return
    await removeRecord(record)
    void this.onShow()
  },
  toggleHelp() {
    this.setData({ helpVisible: !this.data.helpVisible })
  },
})
