import { type CanvasNode, toCanvasNode } from '../../runtime/canvas-node'
import { defineElement, hostOf, partOf } from '../define'

export const element = defineElement({
  properties: { type: String, canvasId: String, disableScroll: Boolean },
  observers: {
    canvasId(canvasId: string) {
      hostOf(this).dataset.canvasId = canvasId
    },
  },
  methods: {
    /** For `SelectorQuery.node()`. */
    canvasNode(): CanvasNode {
      return toCanvasNode(partOf(this, 'canvas', HTMLCanvasElement))
    },
  },
})
