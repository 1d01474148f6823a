import { speak, wordsOf } from '../../components/words'
import { BACK_END } from '../../config'
import { chooseLanguage, chosenLanguage, strings } from '../../services/settings/language'
import { openPrivacyGuideline } from '../../services/platform/privacy'
import { listRows } from '../../services/records/index'
import { eraseAll } from './erase'
import { privacyOf } from './privacy'

const LANGUAGES = [undefined, 'zh', 'en'] as const

Page({
  data: {
    s: wordsOf('settings'),
    language: '',
    count: '',
    version: '',
    privacy: [] as ReturnType<typeof privacyOf>,
    exportVisible: false,
    exported: [] as string[],
  },
  onLoad() {
    speak(this, 'settings')
    const { version } = wx.getAccountInfoSync().miniProgram
    const { settings } = strings()
    this.setData({
      language: settings.languages[chosenLanguage() ?? 'phone'],
      version: version || settings.testVersion,
      privacy: privacyOf(BACK_END, strings()),
    })
  },
  onShow() {
    this.setData({ count: strings().exports.count(listRows().length) })
  },
  async chooseLanguage() {
    const { languages } = strings().settings
    const itemList = LANGUAGES.map((language) => languages[language ?? 'phone'])
    const { tapIndex } = await wx.showActionSheet({ itemList }).catch(() => ({ tapIndex: -1 }))
    if (tapIndex < 0) return
    chooseLanguage(LANGUAGES[tapIndex])
    void wx.reLaunch({ url: '/pages/home/index' })
  },
  openExport() {
    this.setData({ exported: listRows().map(({ id }) => id), exportVisible: true })
  },
  closeExport() {
    this.setData({ exportVisible: false })
  },
  openRoom() {
    void wx.navigateTo({ url: '/pages/room/index' })
  },
  readGuideline() {
    openPrivacyGuideline()
  },
  async erase() {
    const { settings } = strings()
    const { confirm } = await wx.showModal({
      title: settings.eraseTitle,
      content: settings.eraseText(listRows().length),
      confirmText: settings.eraseYes,
      confirmColor: '#b3261e',
    })
    if (!confirm) return
    await eraseAll()
    await wx.reLaunch({ url: '/pages/home/index' })
    void wx.showToast({ title: settings.erased, icon: 'none' })
  },
})
