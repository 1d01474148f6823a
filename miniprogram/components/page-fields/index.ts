import type { PageView } from '../../services/flow/form'
import { words } from '../words'

/** The fields of a page, collapsible. Triggers `choose` with `{ key, value }` of a tapped field. */
Component({
  behaviors: [words('fields')],
  properties: {
    /** PageView */
    page: { type: Object, value: { page: 'main', title: '', fields: [] } },
    /** Initial state */
    unfolded: { type: Boolean, value: false },
    /** Whether a tap copies the value instead of editing it. */
    copies: { type: Boolean, value: false },
  },
  data: { open: false, wasUnfolded: false, filled: 0 },
  observers: {
    /** Set again on each change of the form, which must not undo what the person collapsed. */
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
