import { callMethod, componentAt } from '../../runtime/element-node'
import { defineElement, hostOf, listen, partOf } from '../define'

export const element = defineElement({
  lifetimes: {
    created() {
      const callPicker = (method: 'onScrollStart' | 'onScrollEnd'): unknown =>
        callMethod(componentAt(hostOf(this).closest('wx-picker-view')), method)
      const wheel = partOf(this, 'wheel', HTMLElement)
      let isScrolling = false
      listen(wheel, 'scroll', () => {
        if (!isScrolling) callPicker('onScrollStart')
        isScrolling = true
      })
      listen(wheel, 'scrollend', () => {
        isScrolling = false
        callPicker('onScrollEnd')
      })
      wheel.addEventListener('click', ({ target }) => {
        const items = [...partOf(this, 'items', HTMLElement).children]
        const at = items.findIndex((item) => target instanceof Node && item.contains(target))
        if (at >= 0) wheel.scrollTo({ top: at * this.itemPx(), behavior: 'smooth' })
      })
    },
  },
  methods: {
    itemPx(): number {
      return parseFloat(getComputedStyle(hostOf(this)).getPropertyValue('--picker-item')) || 1
    },
    select(index: number): void {
      const wheel = partOf(this, 'wheel', HTMLElement)
      // Lets the first and the last item reach the middle.
      partOf(this, 'items', HTMLElement).style.padding = `${Math.max(0, (wheel.clientHeight - this.itemPx()) / 2)}px 0`
      if (this.selected() !== index) wheel.scrollTop = index * this.itemPx()
    },
    selected(): number {
      const wheel = partOf(this, 'wheel', HTMLElement)
      const last = partOf(this, 'items', HTMLElement).children.length - 1
      return Math.max(0, Math.min(Math.round(wheel.scrollTop / this.itemPx()), last))
    },
  },
})
