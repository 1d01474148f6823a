import { defineElement, hostOf, partOf } from '../define'

/** Moves its content over the page, outside of any clipping or transformed parent. */
export const element = defineElement({
  properties: { enable: { type: Boolean, value: true } },
  lifetimes: {
    attached() {
      if (this.data.enable)
        hostOf(this)
          .closest('.phone-view')
          ?.append(partOf(this, 'portal', HTMLElement))
    },
    detached() {
      partOf(this, 'portal', HTMLElement).remove()
    },
  },
})
