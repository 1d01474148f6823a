import { defineElement } from '../define'
import { changeGroup } from '../group'
import { initToggle, showToggle } from '../toggle'

export const element = defineElement({
  properties: { value: String, checked: Boolean, disabled: Boolean, color: { type: String, value: '#09bb07' } },
  lifetimes: {
    created() {
      initToggle(this, 'checkbox')
    },
  },
  observers: {
    'checked, disabled, color'(checked: boolean, disabled: boolean, color: string) {
      showToggle(this, checked, disabled).style.setProperty('--check-color', color)
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
