import type { FieldView } from '../../services/flow/form'
import { words } from '../words'
import { type EditorKind, kindOf } from './kinds'

const NONE: EditorKind = { editor: 'text', layout: '', unit: '', words: [] }

/**
 * Edits a field below its photo. Triggers `done` with `{ key, value }` if the value has changed, `revert` with `{ key }`,
 * and `close` in any case.
 */
Component({
  behaviors: [words('editor')],
  properties: {
    /** FieldView | null */
    field: { type: Object, value: null },
    /** FieldPhoto | null */
    photo: { type: Object, value: null },
    show: { type: Boolean, value: false },
  },
  data: {
    kind: NONE,
    value: '',
    digits: '',
    /** Whether the person prefers the phone's keyboard. */
    plain: false,
    focused: false,
    /** Whether the slide-in animation has ended: nothing can be measured before. */
    entered: false,
    keyboardHeight: 0,
  },
  observers: {
    'field.key, show'(key: string | undefined, show: boolean) {
      if (!show || key === undefined) return
      const { value, key: edited } = this.fieldView()
      this.setData({
        kind: kindOf(edited),
        value,
        digits: value.replace(/\D/g, ''),
        plain: false,
        focused: false,
        entered: false,
        keyboardHeight: 0,
      })
    },
  },
  methods: {
    fieldView(): FieldView {
      return this.data.field
    },
    /** The phone's keyboard opens only for an input that is shown already. */
    onEntered() {
      this.setData({ entered: true, focused: true })
    },
    onValue({ detail }: { detail: string }) {
      this.setData({ value: detail })
    },
    onDigits({ detail }: WechatMiniprogram.Input) {
      this.data.value = detail.value === '' ? '' : detail.value + this.data.kind.unit
    },
    onText({ detail }: WechatMiniprogram.TextareaInput) {
      this.data.value = detail.value
    },
    onWord({ detail }: { detail: string }) {
      this.data.value = detail
      this.done()
    },
    onKeyboard({ detail }: WechatMiniprogram.CustomEvent<{ height: number }>) {
      this.setData({ keyboardHeight: detail.height })
    },
    take({ currentTarget }: DataEvent<{ value: string }>) {
      this.data.value = currentTarget.dataset.value
      this.done()
    },
    switchKeys() {
      this.setData({ plain: !this.data.plain, value: this.data.value })
    },
    done() {
      const { key, value: before } = this.fieldView()
      const { value } = this.data
      if (value !== before) this.triggerEvent('done', { key, value })
      this.triggerEvent('close')
    },
    revert() {
      this.triggerEvent('revert', { key: this.fieldView().key })
      this.triggerEvent('close')
    },
    cancel() {
      this.triggerEvent('close')
    },
  },
})
