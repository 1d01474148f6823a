import { defineElement, emit, hostOf } from '../define'

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
      hostOf(this).setAttribute('role', 'switch')
      this._$.addListener('tap', () => {
        this.activate()
      })
    },
  },
  observers: {
    'checked, disabled, color'(checked: boolean, disabled: boolean, color: string) {
      const host = hostOf(this)
      host.toggleAttribute('checked', checked)
      host.toggleAttribute('disabled', disabled)
      host.setAttribute('aria-checked', String(checked))
      host.style.backgroundColor = checked ? color : ''
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
