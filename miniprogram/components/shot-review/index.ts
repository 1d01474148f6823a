import { words } from '../words'

/** A shot with its warnings, to use or to retake. Triggers `use`, `retake` and `cancel`. */
Component({
  behaviors: [words('shot')],
  properties: {
    /** Path */
    shot: { type: String, value: '' },
    warnings: { type: Array, value: [] as string[] },
    /** Why it could not be saved */
    error: { type: String, value: '' },
    /** checking | kept: it goes on by itself; empty: the person decides */
    passing: { type: String, value: '' },
    saving: { type: Boolean, value: false },
    /** 0..100 */
    percent: { type: Number, value: 0 },
  },
  methods: {
    enlarge() {
      void wx.previewImage({ urls: [this.data.shot] })
    },
    use() {
      this.triggerEvent('use')
    },
    retake() {
      this.triggerEvent('retake')
    },
    cancel() {
      this.triggerEvent('cancel')
    },
  },
})
