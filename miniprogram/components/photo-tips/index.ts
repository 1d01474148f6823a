import { strings } from '../../services/language'
import { words } from '../words'

/** How to take a photo that reads well: a good one and a bad one, and what makes the difference. */
Component({
  behaviors: [words('photoTips')],
  data: { tips: [] as readonly string[] },
  lifetimes: {
    attached() {
      this.setData({ tips: strings().tips })
    },
  },
})
