import { defineElement, hostOf, type Instance, listen, partOf } from '../define'
import { instanceOf } from '../group'

type Picker = Instance & { starts(): void; ends(): void; show(): void }

function pickerOf(column: Instance): Picker | undefined {
  const node = hostOf(column).closest('wx-picker-view')
  return node ? (instanceOf(node) as Picker) : undefined
}

export const element = defineElement({
  lifetimes: {
    created() {
      const wheel = partOf(this, 'wheel', HTMLElement)
      let isTurning = false
      listen(wheel, 'scroll', () => {
        if (!isTurning) pickerOf(this)?.starts()
        isTurning = true
      })
      listen(wheel, 'scrollend', () => {
        isTurning = false
        pickerOf(this)?.ends()
      })
      wheel.addEventListener('click', ({ target }) => {
        const items = [...partOf(this, 'items', HTMLElement).children]
        const at = items.findIndex((item) => item.contains(target as Node))
        if (at >= 0) wheel.scrollTo({ top: at * this.itemPx(), behavior: 'smooth' })
      })
    },
  },
  methods: {
    itemPx(): number {
      return parseFloat(getComputedStyle(hostOf(this)).getPropertyValue('--picker-item')) || 1
    },
    choose(index: number): void {
      const wheel = partOf(this, 'wheel', HTMLElement)
      // The first and the last item can be turned to the middle.
      partOf(this, 'items', HTMLElement).style.padding = `${Math.max(0, (wheel.clientHeight - this.itemPx()) / 2)}px 0`
      if (this.chosen() !== index) wheel.scrollTop = index * this.itemPx()
    },
    chosen(): number {
      const wheel = partOf(this, 'wheel', HTMLElement)
      const last = partOf(this, 'items', HTMLElement).children.length - 1
      return Math.max(0, Math.min(Math.round(wheel.scrollTop / this.itemPx()), last))
    },
  },
})
