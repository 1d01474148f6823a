import { localize, wordsOf } from '../../components/words'
import { BACK_END } from '../../config'
import { chooseItem, confirm } from '../../services/platform/dialogs'
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
    localize(this, 'settings')
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
    const choice = await chooseItem(itemList)
    if (choice < 0) return
    chooseLanguage(LANGUAGES[choice])
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
    const isConfirmed = await confirm({
      title: settings.eraseTitle,
      content: settings.eraseText(listRows().length),
      confirmText: settings.eraseYes,
      confirmColor: '#b3261e',
    })
    if (!isConfirmed) return
    await eraseAll()
    await wx.reLaunch({ url: '/pages/home/index' })
    void wx.showToast({ title: settings.erased, icon: 'none' })
  },
})
