import { defineElement, emit, hostOf } from '../define'
import { checkedIn, uncheckAll } from '../group'

export const element = defineElement({
  properties: { name: String },
  methods: {
    change() {
      emit(this, 'change', { value: this.formValue() })
    },
    formValue(): string[] {
      return checkedIn(hostOf(this))
    },
    formReset() {
      uncheckAll(hostOf(this))
    },
  },
})
