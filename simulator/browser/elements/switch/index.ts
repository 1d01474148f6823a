import { defineElement, emit } from '../define'
import { initToggle, showToggle } from '../toggle'

export const element = defineElement({
  properties: {
    name: String,
    checked: Boolean,
    disabled: Boolean,
    type: { type: String, value: 'switch' },
    color: { type: String, value: '#04be02' },
  },
  lifetimes: {
    created() {
      initToggle(this, 'switch')
    },
  },
  observers: {
    'checked, disabled, color'(checked: boolean, disabled: boolean, color: string) {
      showToggle(this, checked, disabled).style.backgroundColor = checked ? color : ''
    },
  },
  methods: {
    activate() {
      if (this.data.disabled) return
      this.setData({ checked: !this.data.checked })
      emit(this, 'change', { value: this.data.checked })
    },
    formValue(): boolean {
      return this.data.checked
    },
    formReset() {
      this.setData({ checked: false })
    },
  },
})
