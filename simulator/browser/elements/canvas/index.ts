import { type CanvasNode, toCanvasNode } from '../../runtime/canvas-node'
import { unavailable } from '../../runtime/errors'
import { defineElement, partOf } from '../define'

export const element = defineElement({
  properties: { type: String, canvasId: String, disableScroll: Boolean },
  lifetimes: {
    attached() {
      if (this.data.type !== '2d') unavailable('<canvas> without type="2d"')
    },
  },
  methods: {
    /** What `SelectorQuery.node()` gives. */
    exportedNode(): { node: CanvasNode } {
      return { node: toCanvasNode(partOf(this, 'canvas', HTMLCanvasElement)) }
    },
  },
})
