import { strings } from '../../services/settings/language'
import { getRecord } from '../../services/records/index'
import { type ExportFormat, shareRecords } from '../../services/records/share'
import { words } from '../words'

/** Exports records in a chosen format. Triggers `close`. */
Component({
  behaviors: [words('exportSheet')],
  properties: {
    visible: { type: Boolean, value: false },
    /** string[]: IDs of the records; skips damaged ones */
    ids: { type: Array, value: [] as string[] },
  },
  data: { count: '' },
  observers: {
    ids(ids: readonly string[]) {
      this.setData({ count: strings().exports.count(ids.length) })
    },
  },
  methods: {
    close() {
      this.triggerEvent('close')
    },
    async share({ currentTarget }: DataEvent<{ format: ExportFormat }>) {
      const { exports } = strings()
      try {
        const records = (this.data.ids as readonly string[]).flatMap((id) => getRecord(id) ?? [])
        const result = await shareRecords(records, currentTarget.dataset.format)
        if (result === 'copied') void wx.showToast({ title: exports.copied, icon: 'none' })
        if (result !== 'cancelled') this.close()
      } catch {
        void wx.showToast({ title: exports.failed, icon: 'none' })
      }
    },
  },
})
