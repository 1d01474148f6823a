import { localize, wordsOf } from '../../components/words'
import { confirm } from '../../services/platform/dialogs'
import { strings } from '../../services/settings/language'
import { listRows, type Row } from '../../services/records/index'
import { shownRows } from '../../components/record-list/shown-rows'
import { makeRoom, removable, usedRoom } from './room'

/** Rows added per scroll. */
const PAGE_SIZE = 20

/** Frees storage: the person chooses records to remove. */
Page({
  data: {
    s: wordsOf('room'),
    used: '',
    rows: [] as { id: string; title: string; detail: string; isChosen: boolean }[],
    none: '',
    /** Text of the button; empty if nothing is chosen. */
    remove: '',
  },
  all: [] as readonly Row[],
  chosen: new Set<string>(),
  onLoad() {
    localize(this, 'room')
    this.chosen = new Set()
    void this.refresh()
  },
  async refresh() {
    this.all = removable(listRows())
    this.show(PAGE_SIZE)
    const { used, limit } = await usedRoom()
    this.setData({ used: strings().room.used(used, limit) })
  },
  onReachBottom() {
    this.show(this.data.rows.length + PAGE_SIZE)
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
    const isConfirmed = await confirm({
      title: room.removeTitle(this.chosen.size),
      content: room.removeText,
      confirmColor: '#b3261e',
    })
    if (!isConfirmed) return
    await makeRoom(this.all.filter(({ id }) => this.chosen.has(id)))
    this.chosen.clear()
    await this.refresh()
  },
})
