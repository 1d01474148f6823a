import { lineStyle } from './outline'

/** Parts of the layer's width and height that corners are told in. */
const PARTS = 200

/** A line around the card that the camera sees; lies over what is seen of it. */
Component({
  properties: {
    /** x and y of each corner in turn, 0..200 of the layer; empty where there is no card */
    card: { type: Array, value: [] as number[] },
    /** Whether all is well with it. */
    good: { type: Boolean, value: false },
  },
  data: { line: '' },
  observers: {
    card(card: readonly number[]) {
      this.setData({ line: card.length === 8 ? lineStyle(card, PARTS) : '' })
    },
  },
})
