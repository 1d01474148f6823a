import { type LicensePage, PAGES } from '../../vehicle-license/fields'

const titleOf = (page: LicensePage) => PAGES.find((known) => known.page === page)?.title ?? null

/** One page is taken; the other one may be taken, too. Triggers `take` and `skip`. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** LicensePage that is not taken yet */
    missing: { type: String, value: 'duplicate' },
  },
  data: { missingTitle: titleOf('duplicate'), takenTitle: titleOf('main') },
  observers: {
    missing(missing: LicensePage) {
      const taken = missing === 'main' ? 'duplicate' : 'main'
      this.setData({ missingTitle: titleOf(missing), takenTitle: titleOf(taken) })
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
