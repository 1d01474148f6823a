/** Says at the bottom what was just done. Triggers `undo`. */
Component({
  properties: {
    text: { type: String, value: '' },
    action: { type: String, value: '' },
  },
  methods: {
    undo() {
      this.triggerEvent('undo')
    },
  },
})
