import { nodeOf } from '../../runtime/element-node'
import { defineElement, emit, hostOf, listen, type Self } from '../define'

type ScrollView = Self & { data: { upperThreshold: number; lowerThreshold: number; scrollWithAnimation: boolean } }

function listenToScroll(instance: ScrollView): void {
  const host = hostOf(instance)
  let [atStart, atEnd] = [true, false]
  let [lastTop, lastLeft] = [0, 0]
  listen(host, 'scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = host
    const detail = {
      scrollTop,
      scrollLeft,
      scrollHeight,
      scrollWidth,
      deltaX: lastLeft - scrollLeft,
      deltaY: lastTop - scrollTop,
    }
    emit(instance, 'scroll', detail)
    const { upperThreshold, lowerThreshold } = instance.data
    const vertical = scrollHeight > clientHeight
    const [position, rest] = vertical
      ? [scrollTop, scrollHeight - scrollTop - clientHeight]
      : [scrollLeft, scrollWidth - scrollLeft - clientWidth]
    if (position <= upperThreshold && !atStart)
      emit(instance, 'scrolltoupper', { direction: vertical ? 'top' : 'left' })
    if (rest <= lowerThreshold && !atEnd) emit(instance, 'scrolltolower', { direction: vertical ? 'bottom' : 'right' })
    atStart = position <= upperThreshold
    atEnd = rest <= lowerThreshold
    ;[lastTop, lastLeft] = [scrollTop, scrollLeft]
  })
}

function scrollTo(instance: ScrollView, position: ScrollToOptions): void {
  const behavior = instance.data.scrollWithAnimation ? 'smooth' : 'instant'
  // After the content of the same update has been laid out.
  requestAnimationFrame(() => hostOf(instance).scrollTo({ ...position, behavior }))
}

export const element = defineElement({
  properties: {
    scrollX: Boolean,
    scrollY: Boolean,
    scrollTop: null,
    scrollLeft: null,
    scrollIntoView: String,
    scrollWithAnimation: Boolean,
    upperThreshold: { type: Number, value: 50 },
    lowerThreshold: { type: Number, value: 50 },
    enableFlex: Boolean,
    enableBackToTop: Boolean,
    enhanced: Boolean,
    bounces: { type: Boolean, value: true },
    showScrollbar: { type: Boolean, value: true },
    pagingEnabled: Boolean,
    fastDeceleration: Boolean,
    scrollAnchoring: Boolean,
    type: String,
  },
  lifetimes: {
    created() {
      listenToScroll(this)
    },
  },
  observers: {
    'scrollX, scrollY, enableFlex, showScrollbar'(x: boolean, y: boolean, flex: boolean, scrollbar: boolean) {
      const { style } = hostOf(this)
      style.overflowX = x ? 'auto' : 'hidden'
      style.overflowY = y ? 'auto' : 'hidden'
      if (flex) style.display = 'flex'
      style.scrollbarWidth = scrollbar ? '' : 'none'
    },
    scrollTop(top: string | number | null) {
      if (top !== null && top !== '') scrollTo(this, { top: parseFloat(String(top)) })
    },
    scrollLeft(left: string | number | null) {
      if (left !== null && left !== '') scrollTo(this, { left: parseFloat(String(left)) })
    },
    scrollIntoView(id: string) {
      if (!id) return
      const target = nodeOf(this._$.ownerShadowRoot?.querySelector(`#${id}`))
      requestAnimationFrame(() => target?.scrollIntoView({ block: 'start', inline: 'start' }))
    },
  },
})
