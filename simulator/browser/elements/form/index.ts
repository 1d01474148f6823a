import { defineElement, emit, hostOf } from '../define'
import { fieldsIn } from './find'

export const element = defineElement({
  properties: { reportSubmit: Boolean, reportSubmitTimeout: Number },
  methods: {
    submit() {
      const value = Object.fromEntries(fieldsIn(hostOf(this)).map(({ name, value: read }) => [name, read()]))
      emit(this, 'submit', { value, formId: '' })
    },
    reset() {
      for (const { reset } of fieldsIn(hostOf(this))) reset()
      emit(this, 'reset')
    },
  },
})
