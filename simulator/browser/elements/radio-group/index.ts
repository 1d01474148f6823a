import { defineElement, hostOf } from '../define'
import { checkedIn, choicesIn } from '../group'

export const element = defineElement({
  properties: { name: String },
  methods: {
    formValue(): string {
      return checkedIn(hostOf(this))[0] ?? ''
    },
    formReset() {
      for (const choice of choicesIn(hostOf(this))) choice.setData({ checked: false })
    },
  },
})
