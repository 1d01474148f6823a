import { speak, wordsOf } from '../../components/words'
import { strings } from '../../services/settings/language'
import { listRows, type Row } from '../../services/records/index'
import { shownRows } from '../../components/record-list/shown-rows'
import { makeRoom, removable, usedRoom } from './room'

/** Rows that are added at a time. */
const PAGE = 20

/** Makes room: records that take up storage, to be chosen and removed. */
Page({
  data: {
    s: wordsOf('room'),
    used: '',
    rows: [] as { id: string; title: string; detail: string; isChosen: boolean }[],
    none: '',
    /** What the button says; empty where nothing is chosen. */
    remove: '',
  },
  all: [] as readonly Row[],
  chosen: new Set<string>(),
  onLoad() {
    speak(this, 'room')
    this.chosen = new Set()
    void this.refresh()
  },
  async refresh() {
    this.all = removable(listRows())
    this.show(PAGE)
    const { used, limit } = await usedRoom()
    this.setData({ used: strings().room.used(used, limit) })
  },
  onReachBottom() {
    this.show(this.data.rows.length + PAGE)
  },
  show(count: number) {
    const { room } = strings()
    const rows = this.all.slice(0, count)
    const shown = shownRows(rows, () => false).map(({ id, title, detail, hint }, at) => {
      const pictures = rows[at]?.pictures.length ?? 0
      const facts = [detail, hint, pictures > 0 && room.pictures(pictures)]
      return { id, title, detail: facts.filter(Boolean).join(' · '), isChosen: this.chosen.has(id) }
    })
    this.setData({
      rows: shown,
      none: this.all.length === 0 ? room.none : '',
      remove: this.chosen.size > 0 ? room.remove(this.chosen.size) : '',
    })
  },
  choose({ currentTarget }: DataEvent<{ id: string }>) {
    const { id } = currentTarget.dataset
    if (!this.chosen.delete(id)) this.chosen.add(id)
    this.show(this.data.rows.length)
  },
  async remove() {
    const { room } = strings()
    const { confirm } = await wx.showModal({
      title: room.removeTitle(this.chosen.size),
      content: room.removeText,
      confirmColor: '#b3261e',
    })
    if (!confirm) return
    await makeRoom(this.all.filter(({ id }) => this.chosen.has(id)))
    this.chosen.clear()
    await this.refresh()
  },
})
