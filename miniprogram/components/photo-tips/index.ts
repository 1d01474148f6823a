import { strings } from '../../services/settings/language'
import { words } from '../words'

/** Tips for a readable photo, with a good and a bad example. */
Component({
  behaviors: [words('photoTips')],
  data: {
    tips: [] as readonly string[],
    /** Folder of the example photos. Absolute, as a relative path depends on the page that uses it. */
    images: '',
  },
  lifetimes: {
    attached() {
      this.setData({ tips: strings().tips, images: `/${this.is.replace(/components\/photo-tips\/index$/, 'images')}` })
    },
  },
})
