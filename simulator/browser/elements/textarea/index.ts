import { defineElement, emit, hostOf, partOf, type Self } from '../define'
import { fieldLifetimes, fieldMethods, fieldObservers, fieldProperties, focusOnAttach, showValue } from '../field'

/** Fits the field's height to its text, after layout. */
function fit(instance: Self & { data: { autoHeight: boolean } }): void {
  if (!instance.data.autoHeight) return
  const field = partOf(instance, 'field', HTMLTextAreaElement)
  const host = hostOf(instance)
  requestAnimationFrame(() => {
    // The page may have closed.
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
    confirmType: { type: String, value: 'return' },
    autoHeight: Boolean,
    fixed: Boolean,
    showConfirmBar: { type: Boolean, value: true },
    disableDefaultPadding: Boolean,
  },
  lifetimes: {
    ...fieldLifetimes,
    attached() {
      focusOnAttach(this)
      fit(this)
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
