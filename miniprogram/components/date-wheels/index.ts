import { words } from '../words'
import { dateAt, wheelsAt } from './dates'

/**
 * A date on three wheels, which the platform turns: it tells of them once they stand. Triggers `input` with the date.
 */
Component({
  behaviors: [words('dates')],
  properties: {
    /** `YYYY-MM-DD`; today is shown where there is none */
    value: { type: String, value: '' },
  },
  data: {
    wheels: wheelsAt('', Date.now()),
  },
  observers: {
    value(value: string) {
      this.setData({ wheels: wheelsAt(value, Date.now()) })
    },
  },
  methods: {
    onChange({ detail }: WechatMiniprogram.PickerViewChange) {
      this.triggerEvent('input', dateAt(detail.value))
    },
  },
})
