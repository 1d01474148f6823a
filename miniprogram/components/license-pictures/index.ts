import type { ShownPicture } from '../../services/draft'
import { words } from '../words'

/** The pictures of a license, small; a tap on one enlarges it. The ways on stand in the slot. */
Component({
  behaviors: [words('pictures')],
  properties: {
    /** ShownPicture[] */
    pictures: { type: Array, value: [] as ShownPicture[] },
  },
  methods: {
    enlarge(event: DataEvent<{ path: string }>) {
      const urls = this.data.pictures.map(({ path }) => path)
      void wx.previewImage({ urls, current: event.currentTarget.dataset.path })
    },
  },
})
