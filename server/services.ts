import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import type { Engine } from '../recognition/engine'
import { createEmbeddedEngine } from '../recognition/engines/embedded'
import { createHttpsWire } from '../recognition/engines/https/wire'
import { createRecognizer, type Recognizer } from '../recognition/recognizer'
import type { RetryPolicy } from '../recognition/wechat/recognize'
import type { Config } from './config'
import { createMetrics, type Metrics } from './metrics'
import { type FetchPublic, fetchPublic } from './public-fetch'
import { connectRedis } from './redis'
import { createMemoryState } from './state/memory'
import { createRedisState } from './state/redis'
import type { State } from './state/state'
import { warmUp } from './warm-up'

/** An engine on this machine, with what it takes to start and end it. */
export interface LocalEngine extends Engine {
  warm?(): Promise<void>
  close?(): Promise<void>
}

/** What the server and its worker work with. */
export interface Services {
  readonly config: Config
  readonly log: Logger
  readonly state: State
  readonly redis?: Redis
  readonly embedded?: LocalEngine
  readonly recognizer: Recognizer
  readonly metrics: Metrics
  /** Downloads a picture from an address that a caller names. */
  readonly fetchPublic: FetchPublic
  /** Whether the engine on this machine, if there is one, has its models loaded. */
  isWarm(): boolean
  close(): Promise<void>
}

/** What tests put in the place of the usual. */
export interface Overrides {
  readonly embedded?: LocalEngine
  readonly state?: State
  readonly retry?: RetryPolicy
  readonly fetchPublic?: FetchPublic
}

/** Starts what the configuration asks for; connecting and loading go on in the background. */
export function createServices(config: Config, log: Logger, overrides: Overrides = {}): Services {
  const { engines, engineWorkers: workers, wechat, redisUrl, limits } = config
  const redis = redisUrl === undefined ? undefined : connectRedis(redisUrl, log)
  const state = overrides.state ?? (redis ? createRedisState(redis) : createMemoryState())
  const embedded = engines.embedded
    ? (overrides.embedded ?? createEmbeddedEngine(workers === undefined ? {} : { workers }))
    : undefined
  const metrics = createMetrics()

  const warming = embedded && warmUp(embedded, log)

  const recognizer = createRecognizer({
    ...(engines.https && wechat && { wechat: createHttpsWire({ ...wechat, tokenStore: state.tokenStore }) }),
    ...(embedded && { embedded }),
    counters: state.counters,
    answers: state.answers,
    limits,
    ...(overrides.retry && { retry: overrides.retry }),
    log(line) {
      log.info(line, 'recognition')
      metrics.observe(line)
    },
  })

  return {
    config,
    log,
    state,
    ...(redis && { redis }),
    ...(embedded && { embedded }),
    recognizer,
    metrics,
    fetchPublic: overrides.fetchPublic ?? fetchPublic,
    isWarm: () => warming?.isWarm() ?? true,
    async close() {
      warming?.stop()
      await embedded?.close?.()
      await state.close()
      redis?.disconnect()
    },
  }
}
