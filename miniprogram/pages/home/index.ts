import { speak, wordsOf } from '../../components/words'
import { strings } from '../../services/language'
import type { LicenseRecord } from '../../services/license-record'
import { getRecord, listRecords, removeRecord } from '../../services/records'
import { fillInByHand, openAlbum, openCamera, openConfirm } from '../../services/scan'

Page({
  data: {
    s: wordsOf('home'),
    tips: [] as string[],
    helpVisible: false,
    unfinished: [] as LicenseRecord[],
    confirmed: [] as LicenseRecord[],
  },
  onLoad() {
    speak(this, 'home')
    this.setData({ tips: strings().tips })
  },
  onShow() {
    const records = listRecords()
    this.setData({
      unfinished: records.filter(({ confirmed }) => confirmed === undefined),
      confirmed: records.filter(({ confirmed }) => confirmed !== undefined),
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
    const { confirm } = await wx.showModal({
      title: strings().records.removeTitle,
      content: strings().records.removeText,
    })
    if (!confirm || !record) return
    await removeRecord(record)
    void this.onShow()
  },
  toggleHelp() {
    this.setData({ helpVisible: !this.data.helpVisible })
  },
})
