import { defineElement, hostOf } from '../define'
import { changeGroup, choicesIn, groupOf } from '../group'
import { becomeToggle, showToggle } from '../toggle'

export const element = defineElement({
  properties: { value: String, checked: Boolean, disabled: Boolean, color: { type: String, value: '#09bb07' } },
  lifetimes: {
    created() {
      becomeToggle(this, 'radio')
    },
  },
  observers: {
    'checked, disabled, color'(checked: boolean, disabled: boolean, color: string) {
      showToggle(this, checked, disabled).style.setProperty('--check-color', color)
    },
  },
  methods: {
    activate() {
      if (this.data.disabled || this.data.checked) return
      for (const other of choicesIn(groupOf(hostOf(this)))) other.setData({ checked: false })
      this.setData({ checked: true })
      changeGroup(this)
    },
  },
})
