import { defineElement, hostOf } from '../define'
import { gestureOf } from '../movable-view/gesture'

export const element = defineElement({
  properties: { scaleArea: Boolean },
  lifetimes: {
    created() {
      // With `scale-area` a pinch anywhere in the area scales the view.
      hostOf(this).addEventListener('touchstart', (event) => {
        const view = hostOf(this).querySelector('wx-movable-view')
        if (this.data.scaleArea && view && event.touches.length === 2) gestureOf(view)?.start(event)
      })
    },
  },
})
