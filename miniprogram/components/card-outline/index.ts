import { lineStyle } from './outline'

/** A line around the card, over the camera's view. */
Component({
  properties: {
    /** x and y of each corner, in `PARTS` of the view; empty without a card */
    card: { type: Array, value: [] as number[] },
    /** Whether the card is ready for the shot. */
    good: { type: Boolean, value: false },
  },
  data: { line: '' },
  observers: {
    card(card: readonly number[]) {
      this.setData({ line: card.length === 8 ? lineStyle(card) : '' })
    },
  },
})
