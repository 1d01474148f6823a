import { words } from '../words'

/** One page is taken; the other one is to be turned to, or passed over. Triggers `skip`. */
Component({
  behaviors: [words('pageTurn')],
  properties: {
    /** `{ kept, title, skip }`, as said */
    turn: { type: Object, value: { kept: '', title: '', skip: '' } },
  },
  methods: {
    skip() {
      this.triggerEvent('skip')
    },
  },
})
