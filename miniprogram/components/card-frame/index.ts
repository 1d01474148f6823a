/** Outline that the license should fill: one page of 88 × 60 mm, or two of them stacked. */
Component({
  properties: {
    /** 1 or 2 */
    pages: { type: Number, value: 1 },
    /** search | good: dashed corners until the card is seen, whole ones when it is right */
    mood: { type: String, value: 'search' },
  },
})
