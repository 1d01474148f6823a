import { randomUUID } from 'node:crypto'
import { APP_ID, ENVIRONMENT } from '../identity'

/**
 * The environment of a cloud function's process. `TCB_CONTEXT_CNFG` makes the SDK call `gateway`; `TENCENTCLOUD_RUNENV` and
 * the fake secrets keep it from calling the platform's metadata host.
 */
export const processEnvironment = (gateway: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: ENVIRONMENT,
  TENCENTCLOUD_SECRETID: 'simulated',
  TENCENTCLOUD_SECRETKEY: 'simulated',
  TENCENTCLOUD_SESSIONTOKEN: 'simulated',
  TCB_ENV: ENVIRONMENT,
  TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE',
  TCB_SOURCE: 'wx_client',
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: gateway }),
  WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_API_TOKEN',
  WX_APPID: APP_ID,
})

/** The variables that the platform sets for each call in a reused process. */
export const callEnvironment = (openid: string, requestID: string): Record<string, string> => ({
  TCB_SEQID: requestID,
  WX_OPENID: openid,
  WX_API_TOKEN: randomUUID(),
})
