import { unavailable } from '../../runtime/errors'
import { api } from '../api'
import { guardedApi } from '../guarded'
import { toast } from '../toast'
import { language } from '../../runtime/device'

/** ms */
const SHORT_VIBRATION = 15
const LONG_VIBRATION = 400

// Where the browser cannot vibrate, a phone may not either: WeChat says ok in both cases.
const vibrate = (ms: number): object => {
  ;(navigator as Partial<Navigator>).vibrate?.(ms)
  return {}
}

export const vibrateShort = api('vibrateShort', () => vibrate(SHORT_VIBRATION))
export const vibrateLong = api('vibrateLong', () => vibrate(LONG_VIBRATION))

/** The client says by itself that something was copied. */
export const setClipboardData = guardedApi('setClipboardData', async ({ data }: { data: string }) => {
  await navigator.clipboard.writeText(data)
  toast({ title: language() === 'zh_CN' ? '内容已复制' : 'Copied', icon: 'none' })
  return {}
})
export const getClipboardData = guardedApi('getClipboardData', async () => ({
  data: await navigator.clipboard.readText(),
}))

export const hideKeyboard = api('hideKeyboard', () => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  return {}
})

let wakeLock: WakeLockSentinel | undefined

export const setKeepScreenOn = api('setKeepScreenOn', async ({ keepScreenOn }: { keepScreenOn: boolean }) => {
  await wakeLock?.release()
  wakeLock = undefined
  const locks = (navigator as Partial<Navigator>).wakeLock
  if (keepScreenOn) wakeLock = await locks?.request('screen').catch(() => undefined)
  return {}
})

export const makePhoneCall = (): never => unavailable('wx.makePhoneCall')
