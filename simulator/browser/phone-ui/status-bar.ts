import { el } from './dom'

const STATUS_BAR_PX = 44
/** Insets of a phone without a home button. */
const HOME_BAR_PX = 34
const LANDSCAPE_HOME_BAR_PX = 21
const NOTCH_PX = 44

/** Whether the simulator draws the phone; a real one has its own status bar. */
const isFramed = (): boolean => new URLSearchParams(location.search).has('framed')
const isLandscape = (): boolean => innerWidth > innerHeight
const isTablet = (): boolean => Math.min(innerWidth, innerHeight) >= 600

interface Insets {
  top: number
  right: number
  bottom: number
  left: number
}

/** Safe area insets in px. */
export function safeInsets(): Insets {
  if (!isFramed()) return { top: 0, right: 0, bottom: 0, left: 0 }
  if (isTablet()) return { top: STATUS_BAR_PX, right: 0, bottom: 0, left: 0 }
  return isLandscape()
    ? { top: 0, right: NOTCH_PX, bottom: LANDSCAPE_HOME_BAR_PX, left: NOTCH_PX }
    : { top: STATUS_BAR_PX, right: 0, bottom: HOME_BAR_PX, left: 0 }
}

/** px; 0 in landscape */
export const statusBarHeight = (): number => safeInsets().top

function showInsets(): void {
  const { style } = document.documentElement
  style.setProperty('--status-bar', `${statusBarHeight()}px`)
  for (const [side, px] of Object.entries(safeInsets())) style.setProperty(`--safe-${side}`, `${px}px`)
}

export function showStatusBar(): void {
  if (!isFramed()) return
  showInsets()
  addEventListener('resize', showInsets)
  const time = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit' }).format(new Date())
  const bar = el('div', { class: 'phone-status', text: time })
  bar.setAttribute('aria-hidden', 'true')
  document.body.append(bar)
}
