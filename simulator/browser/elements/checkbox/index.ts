import { defineElement, hostOf } from '../define'
import { changeGroup } from '../group'

export const element = defineElement({
  properties: { value: String, checked: Boolean, disabled: Boolean, color: { type: String, value: '#09bb07' } },
  lifetimes: {
    created() {
      hostOf(this).setAttribute('role', 'checkbox')
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
      host.style.setProperty('--check-color', color)
    },
  },
  methods: {
    activate() {
      if (this.data.disabled) return
      this.setData({ checked: !this.data.checked })
      changeGroup(this)
    },
  },
})
