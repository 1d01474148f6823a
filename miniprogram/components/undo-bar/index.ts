/** A bar at the bottom with an undo button. Triggers `undo`. */
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
