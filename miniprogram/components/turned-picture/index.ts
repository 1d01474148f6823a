/** A picture turned by multiples of 90 degrees. Triggers `load` with the size of the upright picture in px, and `error`. */
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
