/** What is wrong with the picture, each with what a person can do about it; nothing where all is well. */
Component({
  properties: {
    /** string[] */
    warnings: { type: Array, value: [] },
  },
})
