export type Theme = 'light' | 'dark'

/** The settings of the phone and of WeChat. */
interface Device {
  /** `zh_CN`, `zh_TW`, `en`, ... */
  language: string
  theme: Theme
  /** Text size in percent of the default. */
  textPercent: number
  /** Whether focusing a field shows a soft keyboard. */
  keyboard: boolean
}

/** `fontSizeSetting` of Android's default text size, px. */
const DEFAULT_TEXT_PX = 16

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

/** @param supported `darkmode` of app.json; a program without it is always light */
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

/** undefined for a program without `darkmode` */
export const programTheme = (): Theme | undefined => (darkmode ? device.theme : undefined)

/** Reported by `wx.getAppBaseInfo()`. WeChat scales nothing itself: https://developers.weixin.qq.com/miniprogram/design/elderly.html */
export const textSize = (): { fontSizeSetting: number; fontSizeScaleFactor: number } => ({
  fontSizeSetting: Math.round((DEFAULT_TEXT_PX * device.textPercent) / 100),
  fontSizeScaleFactor: device.textPercent / 100,
})

/** @returns removes the listener */
export function onTheme(listener: (theme: Theme) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The phone's UI follows the phone's theme even if the program is always light. */
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
