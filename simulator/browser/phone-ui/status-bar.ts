import { el } from './dom'

const STATUS_BAR_PX = 44
/** What a phone without a home button keeps free: at the lower edge, and beside the camera when it is turned. */
const HOME_BAR_PX = 34
const TURNED_HOME_BAR_PX = 21
const NOTCH_PX = 44

/** Inside the drawn phone there is a status bar; a real phone has its own above the window. */
const framed = (): boolean => new URLSearchParams(location.search).has('framed')
const isTurned = (): boolean => innerWidth > innerHeight
const isTablet = (): boolean => Math.min(innerWidth, innerHeight) >= 600

interface Insets {
  top: number
  right: number
  bottom: number
  left: number
}

/** What of the screen's edges is not the program's, px. */
export function safeInsets(): Insets {
  if (!framed()) return { top: 0, right: 0, bottom: 0, left: 0 }
  if (isTablet()) return { top: STATUS_BAR_PX, right: 0, bottom: 0, left: 0 }
  return isTurned()
    ? { top: 0, right: NOTCH_PX, bottom: TURNED_HOME_BAR_PX, left: NOTCH_PX }
    : { top: STATUS_BAR_PX, right: 0, bottom: HOME_BAR_PX, left: 0 }
}

/** px; a phone that is turned shows none. */
export const statusBarHeight = (): number => safeInsets().top

function showInsets(): void {
  const { style } = document.documentElement
  style.setProperty('--status-bar', `${statusBarHeight()}px`)
  for (const [side, px] of Object.entries(safeInsets())) style.setProperty(`--safe-${side}`, `${px}px`)
}

export function showStatusBar(): void {
  if (!framed()) return
  showInsets()
  addEventListener('resize', showInsets)
  const time = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit' }).format(new Date())
  const bar = el('div', { class: 'phone-status', text: time })
  bar.setAttribute('aria-hidden', 'true')
  document.body.append(bar)
}
