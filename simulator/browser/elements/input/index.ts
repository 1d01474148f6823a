import { defineElement, partOf } from '../define'
import { fieldLifetimes, fieldMethods, fieldObservers, fieldProperties, showValue } from '../field'

const INPUT_MODES: Record<string, string> = { number: 'numeric', digit: 'decimal' }

export const element = defineElement({
  externalClasses: ['placeholder-class'],
  properties: {
    ...fieldProperties,
    type: { type: String, value: 'text' },
    password: Boolean,
    alwaysEmbed: Boolean,
    safePasswordCertPath: String,
    safePasswordLength: Number,
    safePasswordTimeStamp: Number,
    safePasswordNonce: String,
    safePasswordSalt: String,
    safePasswordCustomHash: String,
  },
  lifetimes: fieldLifetimes,
  observers: {
    ...fieldObservers,
    value() {
      showValue(this)
    },
    'type, password'(type: string, password: boolean) {
      const field = partOf(this, 'field', HTMLInputElement)
      field.type = password ? 'password' : 'text'
      field.inputMode = INPUT_MODES[type] ?? 'text'
    },
  },
  methods: fieldMethods,
})
