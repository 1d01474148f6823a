import { defineElement, hostOf } from '../define'
import { checkedIn, choicesIn } from '../group'

export const element = defineElement({
  properties: { name: String },
  methods: {
    formValue(): string[] {
      return checkedIn(hostOf(this))
    },
    formReset() {
      for (const choice of choicesIn(hostOf(this))) choice.setData({ checked: false })
    },
  },
})
