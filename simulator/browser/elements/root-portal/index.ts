import { defineElement, hostOf, partOf } from '../define'

/** Takes what is inside out of its surroundings: over the page, whatever clips or moves them. */
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
