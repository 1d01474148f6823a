import type { PictureContent } from '../../vehicle-license/merge'

const CHOICES: readonly { readonly content: PictureContent; readonly zh: string; readonly en: string }[] = [
  { content: 'main', zh: '主页', en: 'Main page' },
  { content: 'duplicate', zh: '副页', en: 'Duplicate page' },
  { content: 'both', zh: '主副页同拍', en: 'Both in one' },
]

/** What the picture is to show. Triggers `choose` with `{ content }`. */
Component({
  options: { addGlobalClass: true },
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
