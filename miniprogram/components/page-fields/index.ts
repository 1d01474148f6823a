import type { PageView } from '../../services/flow/form'
import { words } from '../words'

/**
 * The fields of a page, folded away until a person wants them. Triggers `choose` with `{ key, value }` of the field that
 * is tapped.
 */
Component({
  behaviors: [words('fields')],
  properties: {
    /** PageView */
    page: { type: Object, value: { page: 'main', title: '', fields: [] } },
    /** Whether it is unfolded at first. */
    unfolded: { type: Boolean, value: false },
    /** Whether a tap copies a value; else it edits it. */
    copies: { type: Boolean, value: false },
  },
  data: { open: false, wasUnfolded: false, filled: 0 },
  observers: {
    /** Set anew with each change of the form: what a person folded stays so. */
    unfolded(unfolded: boolean) {
      if (unfolded !== this.data.wasUnfolded) this.setData({ open: unfolded, wasUnfolded: unfolded })
    },
    page({ fields }: PageView) {
      const filled = fields.filter(({ value }) => value !== '').length
      if (filled !== this.data.filled) this.setData({ filled })
    },
  },
  methods: {
    toggle() {
      this.setData({ open: !this.data.open })
    },
    choose({ currentTarget }: DataEvent<{ key: string; value: string }>) {
      const { key, value } = currentTarget.dataset
      this.triggerEvent('choose', { key, value })
    },
  },
})
