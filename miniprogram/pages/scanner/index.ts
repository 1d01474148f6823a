import { fillInByHand } from '../../services/flow/fill-in-by-hand'
import { localize, wordsOf } from '../../components/words'
import { chooseBackEnd } from '../../services/back-ends/index'
import { type HostOptions, type Scanned, setHostedScan } from '../../services/navigation/host'
import { getRecord } from '../../services/records/index'
import { openAlbum, openCamera } from '../../services/navigation/pages'
import { dropRecords, toScanned } from './hosted-records'

/** WeChat does not decode queries. */
function readOptions(options: string | undefined): HostOptions {
  try {
    return JSON.parse(decodeURIComponent(options ?? '')) as HostOptions
  } catch {
    // Opened directly in DevTools, without options.
    return {}
  }
}

/**
 * The first page inside a host. Stays below the other pages until the scan ends, and then emits the result to its opener.
 */
Page({
  data: {
    s: wordsOf('home'),
    /** Whether the person chooses the source. */
    isAsked: false,
  },
  from: undefined as HostOptions['from'],
  isOpened: false,
  scanned: undefined as Scanned | undefined,
  onLoad({ options }: { options?: string }) {
    localize(this, 'home')
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
    // The person came back from the source that the host asked for.
    if (this.isOpened && this.from !== undefined) void wx.navigateBack()
  },
  onUnload() {
    setHostedScan(undefined)
    const channel = this.getOpenerEventChannel()
    // No channel if no page opened this one.
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
