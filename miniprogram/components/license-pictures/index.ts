import type { ShownPicture } from '../../services/flow/draft-state'
import { words } from '../words'

/** Thumbnails of a license's pictures; the slot has the buttons. Triggers `open` with `{ index }`. */
Component({
  behaviors: [words('pictures')],
  properties: {
    /** ShownPicture[] */
    pictures: { type: Array, value: [] as ShownPicture[] },
  },
  methods: {
    open({ currentTarget }: DataEvent<{ index: number }>) {
      this.triggerEvent('open', { index: currentTarget.dataset.index })
    },
  },
})
