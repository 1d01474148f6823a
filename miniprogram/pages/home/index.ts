import { fillInByHand } from '../../services/flow/fill-in-by-hand'
import { localize, wordsOf } from '../../components/words'
import { chooseItem } from '../../services/platform/dialogs'
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

/** Rows per page of the list; the first page fills the screen. */
const PAGE_SIZE = 12

const noneLost: (path: string) => boolean = () => false

Page({
  data: {
    s: wordsOf('home'),
    helpVisible: false,
    exportVisible: false,
    /** 'empty' or 'full'; empty until the page is shown */
    list: '',
    query: '',
    /** Number of results; empty without a query. */
    found: '',
    /** The rows shown so far, page by page. */
    pages: [] as ShownRow[][],
    /** IDs */
    exported: [] as string[],
    /** Text of the undo bar, or empty. */
    removed: '',
    /** Set if changes are in memory only. */
    warning: '',
  },
  rows: [] as readonly Row[],
  isLost: noneLost,
  onLoad() {
    localize(this, 'home')
    resumeFlow()
  },
  onShow() {
    this.refresh()
    if (this.rows.some(({ pictures }) => pictures.length > 0)) void this.findLost()
  },
  onReachBottom() {
    this.show(this.data.pages.length + 1)
  },
  /** Slow: called after the list is shown. */
  async findLost() {
    this.isLost = await findLostPictures()
    this.show(this.data.pages.length)
  },
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
      warning: isUnsaved() ? strings().records.unsaved : '',
    })
  },
  /** Shows the first `count` pages; sends only those that have changed. */
  show(count: number) {
    const pages = inPages(shownRows(this.rows, this.isLost), PAGE_SIZE).slice(0, count)
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
  /** Offers to keep the readable part of a damaged record, or to remove it. */
  async repair(id: string) {
    const record = getDamaged(id)
    if (!record) return
    const { damagedActions, onlyRemove } = strings().records
    const isWorthKeeping = record.pictures.length > 0 || Object.keys(licenseOf(record)).length > 0
    const itemList = isWorthKeeping ? damagedActions : onlyRemove
    const choice = await chooseItem(itemList)
    if (choice === itemList.length - 1) this.removeSoon(id)
    if (choice < 0 || choice === itemList.length - 1) return
    try {
      saveRecord(record)
    } catch {
      // Storage is full: the list says so.
    }
    this.refresh()
  },
  toggleHelp() {
    this.setData({ helpVisible: !this.data.helpVisible })
  },
})
