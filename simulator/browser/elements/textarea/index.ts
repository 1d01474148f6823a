import { defineElement, emit, hostOf, type Instance, partOf } from '../define'
import {
  createField,
  fieldMethods,
  fieldObservers,
  fieldProperties,
  focusOnAttach,
  leaveField,
  showValue,
} from '../field'

/** Makes the field as high as its text, once that has been laid out. */
function fit(instance: Instance): void {
  if (!(instance.data as { autoHeight: boolean }).autoHeight) return
  const field = partOf(instance, 'field', HTMLTextAreaElement)
  const host = hostOf(instance)
  requestAnimationFrame(() => {
    // The page may have closed meanwhile.
    if (!host.isConnected) return
    field.style.height = 'auto'
    const height = field.scrollHeight
    if (height === 0) return
    field.style.height = `${height}px`
    host.style.height = 'auto'
    const lineCount = Math.round(height / (parseFloat(getComputedStyle(field).lineHeight) || height))
    emit(instance, 'linechange', { height, lineCount })
  })
}

export const element = defineElement({
  externalClasses: ['placeholder-class'],
  properties: {
    ...fieldProperties,
    /** A line break, unless the program asks for another key. */
    confirmType: { type: String, value: 'return' },
    autoHeight: Boolean,
    fixed: Boolean,
    showConfirmBar: { type: Boolean, value: true },
    disableDefaultPadding: Boolean,
  },
  lifetimes: {
    created() {
      createField(this, () => fit(this))
    },
    attached() {
      focusOnAttach(this)
      fit(this)
    },
    detached() {
      leaveField(this)
    },
  },
  observers: {
    ...fieldObservers,
    'value, autoHeight'() {
      showValue(this)
      fit(this)
    },
  },
  methods: fieldMethods,
})
