import type { ShownPicture } from '../../services/flow/draft-state'
import { words } from '../words'

/** The pictures of a license, small. Triggers `open` with `{ index }`. The ways on stand in the slot. */
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
