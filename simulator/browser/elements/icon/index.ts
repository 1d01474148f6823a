import { defineElement, hostOf } from '../define'

const SIGNS: Record<string, string> = {
  success: '✓',
  success_no_circle: '✓',
  info: 'i',
  info_circle: 'i',
  warn: '!',
  waiting: '…',
  waiting_circle: '…',
  cancel: '✕',
  clear: '✕',
  download: '↓',
  search: '⌕',
  circle: '',
}
const COLORS: Record<string, string> = {
  info: '#10aeff',
  warn: '#f76260',
  waiting: '#10aeff',
  cancel: '#f43530',
  clear: '#b2b2b2',
  search: '#b2b2b2',
}

export const element = defineElement({
  properties: { type: String, size: { type: null, value: 23 }, color: String },
  observers: {
    'type, size, color'(type: string, size: string | number, color: string) {
      const host = hostOf(this)
      host.textContent = SIGNS[type] ?? ''
      host.style.setProperty('--icon-size', typeof size === 'number' || /^\d+$/.test(size) ? `${size}px` : size)
      host.style.setProperty('--icon-color', color || (COLORS[type] ?? '#09bb07'))
    },
  },
})
