import type { AddressInfo } from 'node:net'
import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { Recognition } from '../../../miniprogram/vehicle-license/recognition'
import type { Engine } from '../../../recognition/engine'
import { createApp } from '../../../server/app'
import { readConfig } from '../../../server/config'
import { createLog } from '../../../server/log'
import { createServices } from '../../../server/services'
import { createCloud } from '../../../simulator/cloud'
import { APP_ID, APP_SECRET } from '../../../simulator/cloud/identity'

export const CLIENT = { appid: 'wx-fuzz', secret: 'secret-of-the-client' }

const RECOGNITION: Recognition = { license: { plateNum: '京A12345' }, cards: {}, warnings: [] }

/** Returns the same recognition at once. */
const ENGINE: Engine = { recognize: () => Promise.resolve(RECOGNITION) }
/** Short, so that incomplete requests do not hold connections. */
const TIMEOUTS = { headersMs: 1_000, requestMs: 2_000, checkMs: 100 }

export interface Target {
  readonly host: string
  readonly port: number
  /** Log lines since the last call. */
  lines(): readonly string[]
  close(): Promise<void>
}

/** Starts the companion server on a free port with fake engines and no network. */
export async function startTarget(): Promise<Target> {
  const lines: string[] = []
  const cloud = createCloud({ engine: ENGINE, functionsDir: '', log: () => undefined })
  await cloud.start()
  const config = readConfig({
    WECHAT_APPID: APP_ID,
    WECHAT_SECRET: APP_SECRET,
    WECHAT_BASE_URL: cloud.origin,
    SESSION_SECRET: 'a-secret-that-signs-sessions-of-a-fuzzer',
    API_CLIENTS: `${CLIENT.appid}:${CLIENT.secret}`,
    // Each request has its own client address, because one address would hit the rate limit.
    TRUST_PROXY: 'loopback',
    PERSON_MINUTE_LIMIT: '1000000',
    PERSON_DAILY_LIMIT: '1000000',
    DAILY_LIMIT: '1000000',
  })
  const log = createLog('warn', { write: (line) => void lines.push(line) })
  const services = createServices(config, log, {
    engines: { embedded: ENGINE },
    fetchPublic: () => Promise.reject(new RecognitionError('IMAGE_UNREADABLE')),
  })
  const app = await createApp(services, { timeouts: TIMEOUTS })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { address, port } = app.server.address() as AddressInfo
  return {
    host: address,
    port,
    lines: () => lines.splice(0),
    async close() {
      await app.close()
      await services.close()
      await cloud.close()
    },
  }
}
