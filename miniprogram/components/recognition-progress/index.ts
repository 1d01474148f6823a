/** How far a recognition is: bytes uploaded, then a wait whose length nobody knows. Triggers `cancel`. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** upload | recognize */
    stage: { type: String, value: 'upload' },
    /** 0..100, of the upload */
    percent: { type: Number, value: 0 },
  },
  methods: {
    cancel() {
      this.triggerEvent('cancel')
    },
  },
})
