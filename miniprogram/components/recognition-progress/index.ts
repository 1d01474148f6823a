import { words } from '../words'

/** What takes no longer than this shows no bar: it would only flicker. ms */
const PATIENCE_MS = 300

/** How far a picture is on its way, by one bar over every step of it. Triggers `cancel`. */
Component({
  behaviors: [words('progress')],
  properties: {
    /** prepare | upload | recognize */
    stage: { type: String, value: 'upload' },
    /** 0..100, of the whole way */
    percent: { type: Number, value: 0 },
    /** ms before the bar is shown */
    patienceMs: { type: Number, value: PATIENCE_MS },
  },
  data: { shown: false, timer: 0 },
  lifetimes: {
    attached() {
      const { patienceMs } = this.data
      if (patienceMs === 0) this.setData({ shown: true })
      else this.data.timer = setTimeout(() => this.setData({ shown: true }), patienceMs)
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
