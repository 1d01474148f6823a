import { throwOnMissing } from '../throw-on-missing'
import { onError as listen } from '../../runtime/errors'
import { launchOptions } from '../../runtime/app'
import { api } from '../api'

/** Never has an update. */
const updates = throwOnMissing('UpdateManager', {
  onCheckForUpdate: (callback: (result: { hasUpdate: boolean }) => void): void => {
    setTimeout(() => callback({ hasUpdate: false }))
  },
  onUpdateReady: (): void => undefined,
  onUpdateFailed: (): void => undefined,
  applyUpdate: (): void => location.reload(),
})

export const getUpdateManager = () => updates
export const getLaunchOptionsSync = (): object => launchOptions(location.hash.slice(1))
export const getEnterOptionsSync = getLaunchOptionsSync
export const onError = (listener: (message: string) => void): void => {
  listen(listener)
}
export const onUnhandledRejection = (listener: (event: { reason: unknown }) => void): void => {
  addEventListener('unhandledrejection', ({ reason }) => listener({ reason }))
}

/** Set by third-party platforms, which the simulator does not have. */
export const getExtConfigSync = (): object => ({})
export const getExtConfig = api('getExtConfig', () => ({ extConfig: {} }))

/** Nothing is prefetched. */
export const getBackgroundFetchData = api('getBackgroundFetchData', () => {
  throw new Error('record is null')
})
