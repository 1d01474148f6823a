import type { glassEasel } from 'glass-easel-miniprogram-adapter'
import { callMethod, componentAt, nodeOf } from '../../runtime/element-node'
import { defineElement, emit, hostOf, partOf, type Self } from '../define'

const NO_INDEXES: number[] = []

const columnsOf = (picker: Self): glassEasel.GeneralComponent[] =>
  [...hostOf(picker).querySelectorAll('wx-picker-view-column')].flatMap((node) => componentAt(node) ?? [])

const observers = new WeakMap<object, ResizeObserver>()

export const element = defineElement({
  properties: {
    value: { type: Array, value: NO_INDEXES },
    indicatorStyle: String,
    indicatorClass: String,
    maskStyle: String,
    maskClass: String,
    immediateChange: Boolean,
  },
  lifetimes: {
    attached() {
      // A wheel cannot scroll before it has a size.
      const observer = new ResizeObserver(() => this.show())
      observer.observe(hostOf(this))
      observers.set(this, observer)
    },
    detached() {
      observers.get(this)?.disconnect()
    },
  },
  observers: {
    value() {
      this.show()
    },
  },
  methods: {
    /** Scrolls the columns to the value. */
    show(): void {
      requestAnimationFrame(() => {
        const host = nodeOf(this._$)
        if (!host?.isConnected) return
        host.style.setProperty('--picker-item', `${partOf(this, 'indicator', HTMLElement).offsetHeight || 34}px`)
        columnsOf(this).forEach((column, index) => callMethod(column, 'select', this.data.value[index] ?? 0))
      })
    },
    onScrollStart(): void {
      emit(this, 'pickstart')
    },
    onScrollEnd(): void {
      const value = columnsOf(this).map((column) => Number(callMethod(column, 'selected')))
      emit(this, 'pickend')
      if (value.join() === this.data.value.join()) return
      this.setData({ value })
      emit(this, 'change', { value })
    },
  },
})
