import { setTimeout as sleep } from 'node:timers/promises'
import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { createApp } from '../../../server/app'
import { type Config, readConfig } from '../../../server/config'
import type { Engine } from '../../../recognition/engine'
import { createServices } from '../../../server/services'
import { startWorker } from '../../../server/worker'
import { createCloud } from '../../../simulator/cloud'
import { APP_ID, APP_SECRET } from '../../../simulator/cloud/identity'
import { fakeEngine, picture, RECOGNITION } from '../../recognition/pictures'
import { type StartedRedis, startRedis } from '../redis'

export type Environment = Readonly<Record<string, string>>

export const CLIENTS = { one: 'secret-of-client-one', two: 'secret-of-client-two', three: 'secret-of-client-three' }

/** Different pictures, so that none is answered as another was. */
export async function pictures(count: number, bytes = 2_000): Promise<Buffer[]> {
  const jpeg = await picture('jpeg')
  return Array.from({ length: count }, () => Buffer.concat([jpeg, randomBytes(bytes - jpeg.length)]))
}

/** WeChat's OCR in the place of the real one: it counts what it is asked, and takes its time. */
async function startWechat(delayMs: number) {
  const engine = fakeEngine(() => sleep(delayMs, RECOGNITION))
  const cloud = createCloud({ engine, functionsDir: '', log: () => undefined })
  await cloud.start()
  return { origin: cloud.origin, calls: engine.calls, close: () => cloud.close() }
}

export interface World {
  readonly redis: StartedRedis
  /** For servers and workers of this world, in this process or in one of their own. */
  readonly env: Environment
  /** What WeChat was asked. */
  readonly calls: readonly unknown[]
  config(env?: Environment): Config
  /** Starts a server in this process and gives its address. */
  serve(env?: Environment): Promise<string>
  /** Starts a worker in this process. */
  work(env?: Environment, embedded?: Engine): Promise<void>
  /** Closes whatever was started by `serve`, `work` and `onClose`, the last first. */
  tidy(): Promise<void>
  onClose(close: () => Promise<unknown>): void
  close(): Promise<void>
}

/** @param options.delayMs - ms that WeChat takes for a picture */
export async function startWorld({ persistent = false, delayMs = 0 } = {}): Promise<World> {
  const redis = await startRedis({ persistent })
  const wechat = await startWechat(delayMs)
  const log = pino({ level: 'silent' })
  const closers: (() => Promise<unknown>)[] = []
  const env: Environment = {
    PORT: '0',
    ENGINE: 'https',
    WECHAT_APPID: APP_ID,
    WECHAT_SECRET: APP_SECRET,
    WECHAT_BASE_URL: wechat.origin,
    REDIS_URL: redis.url,
    SESSION_SECRET: 'a secret for tests of at least 32 characters',
    API_CLIENTS: Object.entries(CLIENTS)
      .map((pair) => pair.join(':'))
      .join(','),
    DAILY_LIMIT: '100000',
    REQUEST_BUDGET_MS: '5000',
    LOG_LEVEL: 'error',
  }
  const config: World['config'] = (more = {}) => readConfig({ ...env, ...more })

  async function tidy(): Promise<void> {
    for (let close = closers.pop(); close; close = closers.pop()) await close()
  }

  return {
    redis,
    env,
    calls: wechat.calls,
    config,
    async serve(more) {
      const services = createServices(config(more), log)
      closers.push(() => services.close())
      const app = await createApp(services)
      closers.push(() => app.close())
      return app.listen({ host: '127.0.0.1', port: 0 })
    },
    async work(more, embedded) {
      const worker = await startWorker(config(more), log, embedded && { engines: { embedded } })
      closers.push(() => worker.close())
    },
    tidy,
    onClose(close) {
      closers.push(close)
    },
    async close() {
      await tidy()
      await wechat.close()
      await redis.stop()
    },
  }
}
