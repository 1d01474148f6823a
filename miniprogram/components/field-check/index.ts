import type { FieldView } from '../../services/flow/form'
import type { Reason } from '../../vehicle-license/field-status'
import { words } from '../words'

/** Names of van-icon: the shapes differ, not only the colors. */
const ICONS: Record<Reason, string> = { broken: 'warning-o', unsure: 'eye-o', missing: 'question-o' }

/**
 * A field that needs checking, with its part of the photo. Triggers `accept` and `change` with `{ key }`, and `correct` with
 * `{ key, value }`.
 */
Component({
  behaviors: [words('check')],
  properties: {
    /** FieldView */
    field: { type: Object, value: {} },
    /** Path of the field's part of the photo, or empty. */
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
