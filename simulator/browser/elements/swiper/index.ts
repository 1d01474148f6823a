import { defineElement, emit, hostOf, listen, partOf } from '../define'

const SCROLL_DEBOUNCE_MS = 100

const indexOf = (track: HTMLElement, vertical: boolean): number =>
  vertical
    ? Math.round(track.scrollTop / (track.clientHeight || 1))
    : Math.round(track.scrollLeft / (track.clientWidth || 1))

export const element = defineElement({
  properties: {
    current: Number,
    currentItemId: String,
    autoplay: Boolean,
    interval: { type: Number, value: 5000 },
    duration: { type: Number, value: 500 },
    circular: Boolean,
    vertical: Boolean,
    indicatorDots: Boolean,
    indicatorColor: { type: String, value: 'rgba(0, 0, 0, .3)' },
    indicatorActiveColor: { type: String, value: '#000' },
    previousMargin: String,
    nextMargin: String,
    displayMultipleItems: Number,
    easingFunction: String,
  },
  data: { dots: [] as number[], timer: 0 },
  lifetimes: {
    created() {
      const track = partOf(this, 'track', HTMLElement)
      let timer = 0
      listen(track, 'scroll', () => {
        clearTimeout(timer)
        timer = window.setTimeout(() => {
          const current = indexOf(track, this.data.vertical)
          if (current === this.data.current) return
          this.setData({ current })
          emit(this, 'change', { current, source: 'touch' })
        }, SCROLL_DEBOUNCE_MS)
      })
    },
    ready() {
      const items = hostOf(this).querySelectorAll('wx-swiper-item')
      this.setData({ dots: [...items].map((_, index) => index) })
      if (!this.data.autoplay) return
      const next = (): void => this.setData({ current: (this.data.current + 1) % Math.max(1, this.data.dots.length) })
      this.setData({ timer: window.setInterval(next, this.data.interval) })
    },
    detached() {
      clearInterval(this.data.timer)
    },
  },
  observers: {
    vertical(vertical: boolean) {
      hostOf(this).toggleAttribute('vertical', vertical)
    },
    current(current: number) {
      const track = partOf(this, 'track', HTMLElement)
      requestAnimationFrame(() => {
        if (indexOf(track, this.data.vertical) === current) return
        const { clientWidth, clientHeight } = track
        track.scrollTo(this.data.vertical ? { top: current * clientHeight } : { left: current * clientWidth })
      })
    },
  },
})
