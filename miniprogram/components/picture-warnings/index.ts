/** What is wrong with the picture, each with what a person can do about it; nothing where all is well. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** Text[]: { zh, en } */
    warnings: { type: Array, value: [] },
  },
})
