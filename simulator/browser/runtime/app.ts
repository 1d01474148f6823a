import { onError, reportError } from './errors'
import { callHook } from './hook'
import { parseQuery } from './page'

interface AppOptions {
  onLaunch?: (options: unknown) => void
  onShow?: (options: unknown) => void
  onHide?: () => void
  onError?: (message: string) => void
  onThemeChange?: (change: { theme: string }) => void
  onPageNotFound?: (options: unknown) => void
  onUnhandledRejection?: (event: { reason: unknown; promise: Promise<unknown> }) => void
}

type AppHook = keyof AppOptions

let app: AppOptions | undefined

/** `App()` and `getApp()`. */
export const appGlobals = {
  App: (options: AppOptions): void => {
    app = options
  },
  getApp: (): AppOptions | undefined => app,
}

export function callApp(hook: AppHook, argument?: unknown): void {
  // Reporting an error of onError would call onError again.
  if (app) callHook(app, hook, [argument], hook === 'onError' ? console.error : reportError)
}

export const launchOptions = (url: string): object => ({
  path: (url.split('?')[0] ?? '').replace(/^\//, ''),
  query: parseQuery(url),
  scene: 1001,
  referrerInfo: {},
})

/** Reports uncaught errors to the app and on the badge. */
export function listenToErrors(): void {
  onError((message) => callApp('onError', message))
  addEventListener('error', ({ error, message }: { error: unknown; message: string }) => reportError(error ?? message))
  addEventListener(
    'unhandledrejection',
    ({ reason, promise }: { reason: unknown; promise: Promise<unknown> } & Event) => {
      callApp('onUnhandledRejection', { reason, promise })
      reportError(reason)
    },
  )
}
