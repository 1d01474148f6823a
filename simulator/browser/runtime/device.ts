export type Theme = 'light' | 'dark'

/** What the phone's owner has chosen in WeChat's and the phone's settings. */
interface Device {
  /** WeChat's names: `zh_CN`, `zh_TW`, `en`, ... */
  language: string
  theme: Theme
  /** Text size, % of the standard one. */
  textPercent: number
  /** Whether a keyboard comes up with a field, as on a phone; a laptop has its own. */
  keyboard: boolean
}

/** px; fontSizeSetting of Android's standard text size, of which its others are multiples rounded to whole px. */
const STANDARD_TEXT_PX = 16

function read(address: string): Device {
  const given = new URLSearchParams(address)
  return {
    language: given.get('language') ?? 'zh_CN',
    theme: given.get('theme') === 'dark' ? 'dark' : 'light',
    textPercent: Number(given.get('text') ?? 100),
    keyboard: given.has('keyboard'),
  }
}

const device = read(location.search)
const listeners = new Set<(theme: Theme) => void>()
let darkmode = false

/** @param supported `darkmode` of app.json: without it a program is light, whatever the phone is. */
export function startDevice(supported: boolean): void {
  darkmode = supported
  document.documentElement.lang = device.language.replace('_', '-')
  showTheme()
  addEventListener('message', ({ data, origin }: MessageEvent<{ theme?: Theme } | null>) => {
    if (origin === location.origin && data?.theme) setTheme(data.theme)
  })
}

export const language = (): string => device.language
export const hasKeyboard = (): boolean => device.keyboard

/** The theme that the program is shown in; undefined where it knows none. */
export const programTheme = (): Theme | undefined => (darkmode ? device.theme : undefined)

/** `wx.getAppBaseInfo()`'s: "小程序适老化设计指南" of WeChat's design documentation. Nothing is scaled by itself. */
export const textSize = (): { fontSizeSetting: number; fontSizeScaleFactor: number } => ({
  fontSizeSetting: Math.round((STANDARD_TEXT_PX * device.textPercent) / 100),
  fontSizeScaleFactor: device.textPercent / 100,
})

/** @returns ends it. */
export function onTheme(listener: (theme: Theme) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The phone's own interface follows the phone, also over a program that is always light. */
function showTheme(): void {
  document.documentElement.dataset.phoneTheme = device.theme
  document.documentElement.dataset.theme = programTheme() ?? 'light'
}

function setTheme(theme: Theme): void {
  if (theme === device.theme) return
  device.theme = theme
  showTheme()
  if (darkmode) listeners.forEach((listener) => listener(theme))
}
