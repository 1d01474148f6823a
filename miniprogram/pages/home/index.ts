import { fillInByHand } from '../../services/flow/fill-in-by-hand'
import { speak, wordsOf } from '../../components/words'
import { resumeFlow } from '../../services/flow/resume'
import { strings } from '../../services/settings/language'
import {
  countRemoved,
  getDamaged,
  isUnsaved,
  listRows,
  type Row,
  removeSoon,
  saveRecord,
  search,
  undoRemovals,
} from '../../services/records/index'
import { findLostPictures } from '../../services/records/pictures'
import { openAlbum, openCamera, openConfirm } from '../../services/navigation/pages'
import { licenseOf } from '../../services/records/license-record'
import { inPages, type ShownRow, shownRows } from '../../components/record-list/shown-rows'

/** Rows that are added at a time. The first ones fill the screen. */
const PAGE = 12

/** Before anybody has looked. */
const noneLost: (path: string) => boolean = () => false

Page({
  data: {
    s: wordsOf('home'),
    helpVisible: false,
    exportVisible: false,
    /** Whether there is any record, found or not; not known before the page is shown. */
    list: '',
    query: '',
    /** How many were found; empty where nothing is searched. */
    found: '',
    /** The rows as far as they are shown, a page each. */
    pages: [] as ShownRow[][],
    /** Of the records that are exported. */
    exported: [] as string[],
    /** What was removed and may be taken back, in words; empty where nothing was. */
    removed: '',
    /** Why changes are in memory alone; empty where they are not. */
    trouble: '',
  },
  rows: [] as readonly Row[],
  isLost: noneLost,
  onLoad() {
    speak(this, 'home')
    resumeFlow()
  },
  onShow() {
    this.refresh()
    if (this.rows.some(({ pictures }) => pictures.length > 0)) void this.look()
  },
  onReachBottom() {
    this.show(this.data.pages.length + 1)
  },
  /** Tells which pictures are gone, after the list is shown: that takes a look at the files. */
  async look() {
    this.isLost = await findLostPictures()
    this.show(this.data.pages.length)
  },
  /** Shows what the records have become. */
  refresh() {
    const all = listRows()
    const { query } = this.data
    this.rows = search(all, query)
    this.show(Math.max(1, this.data.pages.length))
    const count = countRemoved()
    this.setData({
      list: all.length === 0 ? 'empty' : 'full',
      found: query.trim() === '' ? '' : strings().records.found(this.rows.length),
      removed: count > 0 ? strings().records.removed(count) : '',
      trouble: isUnsaved() ? strings().records.unsaved : '',
    })
  },
  /** Shows the first pages of the list; what is shown already is not sent again. */
  show(count: number) {
    const pages = inPages(shownRows(this.rows, this.isLost), PAGE).slice(0, count)
    const { pages: before } = this.data
    if (pages.length < before.length) {
      this.setData({ pages })
      return
    }
    pages.forEach((page, at) => {
      if (JSON.stringify(before[at]) !== JSON.stringify(page)) this.setData({ [`pages[${at}]`]: page })
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
  settings() {
    void wx.navigateTo({ url: '/pages/settings/index' })
  },
  makeRoom() {
    void wx.navigateTo({ url: '/pages/room/index' })
  },
  search({ detail }: WechatMiniprogram.Input) {
    this.find(detail.value)
  },
  clear() {
    this.find('')
  },
  find(query: string) {
    this.setData({ query, pages: [] })
    this.refresh()
  },
  openExport() {
    this.setData({ exported: this.rows.map(({ id }) => id), exportVisible: true })
  },
  closeExport() {
    this.setData({ exportVisible: false })
  },
  open({ detail: { id } }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    if (getDamaged(id)) void this.repair(id)
    else openConfirm({ id })
  },
  remove({ detail: { id } }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    this.removeSoon(id)
  },
  removeSoon(id: string) {
    removeSoon(id, () => this.refresh())
    this.refresh()
  },
  undo() {
    undoRemovals()
    this.refresh()
  },
  /** A damaged record: what can be read of it may become an ordinary one, or it goes. */
  async repair(id: string) {
    const record = getDamaged(id)
    if (!record) return
    const { damagedActions, onlyRemove } = strings().records
    const isWorthKeeping = record.pictures.length > 0 || Object.keys(licenseOf(record)).length > 0
    const itemList = isWorthKeeping ? damagedActions : onlyRemove
    const { tapIndex } = await wx.showActionSheet({ itemList }).catch(() => ({ tapIndex: -1 }))
    if (tapIndex === itemList.length - 1) this.removeSoon(id)
    if (tapIndex < 0 || tapIndex === itemList.length - 1) return
    try {
      saveRecord(record)
    } catch {
      // The list says that it is not kept yet.
    }
    this.refresh()
  },
  toggleHelp() {
    this.setData({ helpVisible: !this.data.helpVisible })
  },
})
