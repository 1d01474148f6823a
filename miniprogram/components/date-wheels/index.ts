import { words } from '../words'
import { dateAt, wheelsAt } from './dates'

/** A date on three wheels. Triggers `input` with the date once they stop. */
Component({
  behaviors: [words('dates')],
  properties: {
    /** `YYYY-MM-DD`; default: today */
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
