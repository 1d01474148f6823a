import { unavailable } from '../../runtime/errors'
import { api } from '../api'
import { guardedApi } from '../guarded'
import { toast } from '../toast'
import { language } from '../../runtime/device'

// Like WeChat, succeeds even if the device cannot vibrate.
const vibrate = (ms: number): object => {
  if ('vibrate' in navigator) navigator.vibrate(ms)
  return {}
}

export const vibrateShort = api('vibrateShort', () => vibrate(15))
export const vibrateLong = api('vibrateLong', () => vibrate(400))

/** WeChat itself shows that something was copied. */
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
  if (keepScreenOn && 'wakeLock' in navigator)
    wakeLock = await navigator.wakeLock.request('screen').catch(() => undefined)
  return {}
})

export const makePhoneCall = (): never => unavailable('wx.makePhoneCall')
