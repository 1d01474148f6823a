import type { PictureContent } from '../../vehicle-license/merge'
import { words } from '../words'

const CHOICES: readonly PictureContent[] = ['main', 'duplicate', 'both']

/** What the picture is to show. Triggers `choose` with `{ content }`. */
Component({
  behaviors: [words('pageChoice')],
  properties: {
    /** PictureContent */
    content: { type: String, value: 'main' },
  },
  data: { choices: CHOICES },
  methods: {
    choose(event: DataEvent<{ content: PictureContent }>) {
      this.triggerEvent('choose', { content: event.currentTarget.dataset.content })
    },
  },
})
