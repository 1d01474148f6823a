/** Problems of a picture and what to do about them. */
Component({
  properties: {
    /** string[] */
    warnings: { type: Array, value: [] },
  },
})
