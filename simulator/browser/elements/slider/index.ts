import { defineElement, emit, listen, partOf } from '../define'

export const element = defineElement({
  properties: {
    name: String,
    value: Number,
    min: Number,
    max: { type: Number, value: 100 },
    step: { type: Number, value: 1 },
    disabled: Boolean,
    showValue: Boolean,
    color: String,
    selectedColor: String,
    activeColor: { type: String, value: '#1aad19' },
    backgroundColor: String,
    blockSize: Number,
    blockColor: String,
  },
  lifetimes: {
    created() {
      const range = partOf(this, 'range', HTMLInputElement)
      range.type = 'range'
      listen(range, 'input', () => emit(this, 'changing', { value: range.valueAsNumber }))
      listen(range, 'change', () => {
        this.setData({ value: range.valueAsNumber })
        emit(this, 'change', { value: range.valueAsNumber })
      })
    },
  },
  observers: {
    'min, max, step, disabled, value, activeColor'(
      min: number,
      max: number,
      step: number,
      disabled: boolean,
      value: number,
      color: string,
    ) {
      const range = partOf(this, 'range', HTMLInputElement)
      range.min = String(min)
      range.max = String(max)
      range.step = String(step)
      range.disabled = disabled
      range.valueAsNumber = value
      range.style.accentColor = color
    },
  },
  methods: {
    formValue(): number {
      return this.data.value
    },
    formReset() {
      this.setData({ value: this.data.min })
    },
  },
})
