import { defineElement, emit, partOf } from '../define'

export const element = defineElement({
  properties: {
    percent: Number,
    showInfo: Boolean,
    strokeWidth: { type: Number, value: 6 },
    borderRadius: null,
    fontSize: null,
    color: String,
    activeColor: { type: String, value: '#09bb07' },
    backgroundColor: { type: String, value: '#ebebeb' },
    active: Boolean,
    activeMode: String,
    duration: { type: Number, value: 30 },
  },
  observers: {
    'color, activeColor, borderRadius'(color: string, activeColor: string, radius: string | number | null) {
      const bar = partOf(this, 'bar', HTMLElement)
      bar.style.background = color || activeColor
      bar.parentElement?.style.setProperty('border-radius', typeof radius === 'number' ? `${radius}px` : radius)
    },
    'percent, active'(percent: number, active: boolean) {
      const bounded = Math.max(0, Math.min(100, percent))
      const { style } = partOf(this, 'bar', HTMLElement)
      style.transition = active ? `width ${bounded * this.data.duration}ms linear` : ''
      style.width = `${bounded}%`
      if (active) setTimeout(() => emit(this, 'activeend', { curPercent: bounded }), bounded * this.data.duration)
    },
  },
})
