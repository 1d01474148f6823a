import { words } from '../words'

/** The shutter, with the countdown to the automatic shot as a ring around it. Triggers `shoot`. */
Component({
  behaviors: [words('shutter')],
  properties: {
    /** While there is nothing to shoot with. */
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
