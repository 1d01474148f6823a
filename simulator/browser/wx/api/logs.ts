import { throwOnMissing } from '../throw-on-missing'

type Write = (...values: unknown[]) => void

const write =
  (level: 'debug' | 'log' | 'info' | 'warn' | 'error'): Write =>
  (...values) => {
    console[level]('[wx log]', ...values)
  }

const levels = {
  debug: write('debug'),
  log: write('log'),
  info: write('info'),
  warn: write('warn'),
  error: write('error'),
}

const realtime: typeof levels = throwOnMissing('RealtimeLogManager', {
  ...levels,
  setFilterMsg: (message: string): void => console.debug('[wx log filter]', message),
  addFilterMsg: (message: string): void => console.debug('[wx log filter]', message),
  in: (): object => realtime,
})
const manager = throwOnMissing('LogManager', levels)

export const getRealtimeLogManager = () => realtime
export const getLogManager = () => manager

const report =
  (name: string) =>
  (event: string, data?: unknown): void =>
    console.info(`[wx.${name}]`, event, data)
export const reportEvent = report('reportEvent')
export const reportAnalytics = report('reportAnalytics')
export const reportMonitor = report('reportMonitor')
