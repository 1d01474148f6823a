import { strings } from '../../services/settings/language'
import { words } from '../words'

/** How to take a photo that reads well: a good one and a bad one, and what makes the difference. */
Component({
  behaviors: [words('photoTips')],
  data: {
    tips: [] as readonly string[],
    /** Where the pictures lie: absolute, as what a relative path starts from differs between places it is used in. */
    images: '',
  },
  lifetimes: {
    attached() {
      this.setData({ tips: strings().tips, images: `/${this.is.replace(/components\/photo-tips\/index$/, 'images')}` })
    },
  },
})
