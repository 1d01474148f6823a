import { words } from '../words'

/** A shot, with what is wrong with it, to be used or taken again. Triggers `use`, `retake` and `cancel`. */
Component({
  behaviors: [words('shot')],
  properties: {
    /** Path of the shot. */
    shot: { type: String, value: '' },
    warnings: { type: Array, value: [] as string[] },
    /** Why it could not be used */
    error: { type: String, value: '' },
    /** checking | kept: it goes on by itself; empty: the person decides */
    passing: { type: String, value: '' },
    /** While it is made ready. */
    saving: { type: Boolean, value: false },
    /** 0..100 of the whole way */
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
