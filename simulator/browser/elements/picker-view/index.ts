import { defineElement, emit, hostOf, type Instance, partOf } from '../define'
import { instanceOf } from '../group'

/** A column, as the picker around it uses it. */
export type Column = Instance & { choose(index: number): void; chosen(): number }

const COLUMN = 'wx-picker-view-column'

const columnsOf = (picker: Instance): Column[] =>
  [...hostOf(picker).querySelectorAll(COLUMN)].map((node) => instanceOf(node) as Column)

const observers = new WeakMap<object, ResizeObserver>()

export const element = defineElement({
  properties: {
    value: Array,
    indicatorStyle: String,
    indicatorClass: String,
    maskStyle: String,
    maskClass: String,
    immediateChange: Boolean,
  },
  lifetimes: {
    attached() {
      // Wheels that are not laid out cannot be turned: as long as they are hidden, or stand in a slot that is not there.
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
    /** Turns the wheels to the value; again by a column that got other items. */
    show(): void {
      requestAnimationFrame(() => {
        const host = hostOf(this)
        if (!host.isConnected) return
        host.style.setProperty('--picker-item', `${partOf(this, 'indicator', HTMLElement).offsetHeight || 34}px`)
        columnsOf(this).forEach((column, at) => column.choose((this.data.value as number[])[at] ?? 0))
      })
    },
    starts(): void {
      emit(this, 'pickstart')
    },
    ends(): void {
      const value = columnsOf(this).map((column) => column.chosen())
      emit(this, 'pickend')
      if (value.join() === (this.data.value as number[]).join()) return
      this.setData({ value })
      emit(this, 'change', { value })
    },
  },
})
