import { fillInByHand } from '../../services/flow/fill-in-by-hand'
import { speak, wordsOf } from '../../components/words'
import { chooseBackEnd } from '../../services/back-ends/index'
import { type HostOptions, type Scanned, setHostedScan } from '../../services/navigation/host'
import { getRecord } from '../../services/records/index'
import { openAlbum, openCamera } from '../../services/navigation/pages'
import { dropRecords, toScanned } from './hosted-records'

/** Not decoded by WeChat. */
function readOptions(options: string | undefined): HostOptions {
  try {
    return JSON.parse(decodeURIComponent(options ?? '')) as HostOptions
  } catch {
    // Opened by hand, in DevTools.
    return {}
  }
}

/**
 * The first page of a scan in another program. It stays under all others until the scan is over, and tells the page
 * that opened it how that went.
 */
Page({
  data: {
    s: wordsOf('home'),
    /** Whether the person chooses where the license is taken from. */
    isAsked: false,
  },
  from: undefined as HostOptions['from'],
  isOpened: false,
  scanned: undefined as Scanned | undefined,
  onLoad({ options }: { options?: string }) {
    speak(this, 'home')
    const { from, backEnd } = readOptions(options)
    this.from = from
    this.setData({ isAsked: from === undefined })
    void dropRecords()
    chooseBackEnd(backEnd)
    const depth = getCurrentPages().length
    setHostedScan({
      depth,
      confirm: (recordId) => {
        const record = getRecord(recordId)
        this.scanned = record && toScanned(record)
        void wx.navigateBack({ delta: getCurrentPages().length - depth + 1 })
      },
    })
  },
  onReady() {
    this.isOpened = true
    if (this.from === 'camera') this.scan()
    else if (this.from === 'album') this.album()
    else if (this.from === 'form') this.fillIn()
  },
  onShow() {
    // Back from the only page that was asked for.
    if (this.isOpened && this.from !== undefined) void wx.navigateBack()
  },
  onUnload() {
    setHostedScan(undefined)
    const channel = this.getOpenerEventChannel()
    // None where no page opened this one.
    if (this.scanned) channel.emit?.('confirmed', this.scanned)
    else channel.emit?.('cancelled')
    void dropRecords(this.scanned?.pictures.map(({ path }) => path))
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
})
