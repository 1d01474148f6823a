import { words } from '../words'

/** Avoids a flickering bar for short work. */
const DELAY_MS = 300

/** One progress bar from preparation to recognition. Triggers `cancel`. */
Component({
  behaviors: [words('progress')],
  properties: {
    /** prepare | upload | recognize */
    stage: { type: String, value: 'upload' },
    /** 0..100 */
    percent: { type: Number, value: 0 },
    delayMs: { type: Number, value: DELAY_MS },
  },
  data: { shown: false, timer: 0 },
  lifetimes: {
    attached() {
      const { delayMs } = this.data
      if (delayMs === 0) this.setData({ shown: true })
      else this.data.timer = setTimeout(() => this.setData({ shown: true }), delayMs)
    },
    detached() {
      clearTimeout(this.data.timer)
    },
  },
  methods: {
    cancel() {
      this.triggerEvent('cancel')
    },
  },
})
