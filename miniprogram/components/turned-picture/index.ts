/** A picture turned by quarters. Triggers `load` with its size in px as it stands upright, and `error`. */
Component({
  properties: {
    src: { type: String, value: '' },
    /** Degrees clockwise: 0 | 90 | 180 | 270 */
    turn: { type: Number, value: 0 },
    /** rpx, as turned */
    width: { type: Number, value: 0 },
    height: { type: Number, value: 0 },
  },
  methods: {
    onLoad({ detail }: WechatMiniprogram.ImageLoad) {
      this.triggerEvent('load', { width: detail.width, height: detail.height })
    },
    onError() {
      this.triggerEvent('error')
    },
  },
})
