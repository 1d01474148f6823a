import { onError, reportError } from './errors'
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
  const method = app?.[hook] as ((this: unknown, argument: unknown) => void) | undefined
  try {
    method?.call(app, argument)
  } catch (error) {
    if (hook === 'onError') console.error(error)
    else reportError(error)
  }
}

export const launchOptions = (url: string): object => ({
  path: (url.split('?')[0] ?? '').replace(/^\//, ''),
  query: parseQuery(url),
  scene: 1001,
  referrerInfo: {},
})

/** Hands the app the errors that nobody caught. */
export function listenToErrors(): void {
  onError((message) => callApp('onError', message))
  addEventListener('error', (event) => reportError((event.error as unknown) ?? event.message))
  addEventListener(
    'unhandledrejection',
    ({ reason, promise }: { reason: unknown; promise: Promise<unknown> } & Event) => {
      callApp('onUnhandledRejection', { reason, promise })
      reportError(reason)
    },
  )
}
