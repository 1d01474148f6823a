import { words } from '../words'

/** Asks for the other page after the first. Triggers `skip`. */
Component({
  behaviors: [words('pageTurn')],
  properties: {
    /** `{ kept, title, skip }`: texts */
    turn: { type: Object, value: { kept: '', title: '', skip: '' } },
  },
  methods: {
    skip() {
      this.triggerEvent('skip')
    },
  },
})
