import type { FieldView } from '../../services/flow/form'
import type { Reason } from '../../vehicle-license/field-status'
import { words } from '../words'

/** A shape for each reason, so that nobody has to tell colors apart. */
const ICONS: Record<Reason, string> = { broken: 'warning-o', unsure: 'eye-o', missing: 'question-o' }

/**
 * A field that needs a look, beside the part of the photo that it was read from. Triggers `accept` and `change` with
 * `{ key }`, and `correct` with `{ key, value }`.
 */
Component({
  behaviors: [words('check')],
  properties: {
    /** FieldView */
    field: { type: Object, value: {} },
    /** Path of the part of the photo; empty where nobody knows where the field stands. */
    strip: { type: String, value: '' },
  },
  data: { icons: ICONS },
  methods: {
    key(): string {
      return (this.data.field as FieldView).key
    },
    accept() {
      this.triggerEvent('accept', { key: this.key() })
    },
    change() {
      this.triggerEvent('change', { key: this.key() })
    },
    correct({ currentTarget }: DataEvent<{ value: string }>) {
      this.triggerEvent('correct', { key: this.key(), value: currentTarget.dataset.value })
    },
  },
})
