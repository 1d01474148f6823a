import { type RunningServer, startServer } from '../../server'
import { readConfig } from '../../server/config'
import { APP_ID, APP_SECRET } from '../../simulator/cloud/identity'

/**
 * Starts the companion server alone, on this machine.
 *
 * @param wechat - origin of the simulated WeChat API
 * @param environment - overrides the default variables
 */
export const startCompanion = (
  wechat: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningServer> =>
  startServer(
    readConfig({
      PORT: '0',
      ENGINE: 'https',
      WECHAT_BASE_URL: wechat,
      WECHAT_APPID: APP_ID,
      WECHAT_SECRET: APP_SECRET,
      LOG_LEVEL: 'error',
      ...environment,
    }),
  )
