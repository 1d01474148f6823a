import { words } from '../words'

/** The shutter button; a ring shows the countdown to the automatic shot. Triggers `shoot`. */
Component({
  behaviors: [words('shutter')],
  properties: {
    /** Whether the camera is not ready. */
    busy: { type: Boolean, value: false },
    /** 0..1 */
    countdown: { type: Number, value: 0 },
  },
  methods: {
    shoot() {
      if (!this.data.busy) this.triggerEvent('shoot')
    },
  },
})
