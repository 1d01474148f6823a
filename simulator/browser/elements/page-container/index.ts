import { defineElement, emit, hostOf } from '../define'

export const element = defineElement({
  properties: {
    show: Boolean,
    duration: { type: Number, value: 300 },
    zIndex: { type: Number, value: 100 },
    overlay: { type: Boolean, value: true },
    position: { type: String, value: 'bottom' },
    round: Boolean,
    closeOnSlideDown: Boolean,
    overlayStyle: String,
    customStyle: String,
  },
  observers: {
    show(show: boolean) {
      hostOf(this).toggleAttribute('show', show)
      emit(this, show ? 'enter' : 'leave')
      setTimeout(() => emit(this, show ? 'afterenter' : 'afterleave'), this.data.duration)
    },
  },
  methods: {
    close() {
      this.setData({ show: false })
      emit(this, 'clickoverlay')
    },
  },
})
