import { strings } from '../../services/language'
import type { LicensePage } from '../../vehicle-license/fields'
import { words } from '../words'

function tell(missing: LicensePage) {
  const { camera, pages } = strings()
  const taken = missing === 'main' ? 'duplicate' : 'main'
  return { kept: camera.kept(pages[taken]), offer: camera.offer(pages[missing]), take: camera.take(pages[missing]) }
}

/** One page is taken; the other one may be taken, too. Triggers `take` and `skip`. */
Component({
  behaviors: [words('pageOffer')],
  properties: {
    /** LicensePage that is not taken yet */
    missing: { type: String, value: 'duplicate' },
  },
  data: { told: tell('duplicate') },
  observers: {
    missing(missing: LicensePage) {
      this.setData({ told: tell(missing) })
    },
  },
  methods: {
    take() {
      this.triggerEvent('take')
    },
    skip() {
      this.triggerEvent('skip')
    },
  },
})
