import { el } from './dom'

const STATUS_BAR_PX = 44

/** Inside the drawn phone there is a status bar; a real phone has its own above the window. */
const framed = (): boolean => new URLSearchParams(location.search).has('framed')

/** px */
export const statusBarHeight = (): number => (framed() ? STATUS_BAR_PX : 0)

export function showStatusBar(): void {
  document.documentElement.style.setProperty('--status-bar', `${statusBarHeight()}px`)
  if (!framed()) return
  const time = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit' }).format(new Date())
  const bar = el('div', { class: 'phone-status', text: time })
  bar.setAttribute('aria-hidden', 'true')
  document.body.append(bar)
}
