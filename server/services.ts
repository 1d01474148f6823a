import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import type { Engine } from '../recognition/engine'
import { type EngineKey, engineOf } from '../recognition/engines'
import { createRecognizer, type Recognizer } from '../recognition/recognizer'
import type { RetryPolicy } from '../recognition/wechat/engine'
import type { Config } from './config'
import { createMetrics, type Metrics } from './metrics'
import { type FetchPublic, fetchPublic } from './public-fetch'
import { connectRedis } from './redis'
import { createMemoryState } from './state/memory'
import { createRedisState } from './state/redis'
import type { State } from './state/state'
import { warmUp } from './warm-up'

/** What the server and its worker share. */
export interface Services {
  readonly config: Config
  readonly log: Logger
  readonly state: State
  readonly redis?: Redis
  readonly recognizer: Recognizer
  readonly metrics: Metrics
  readonly fetchPublic: FetchPublic
  /** Whether all engines have loaded their models. */
  isWarm(): boolean
  close(): Promise<void>
}

/** For tests. */
export interface Overrides {
  readonly engines?: Partial<Record<EngineKey, Engine>>
  readonly state?: State
  readonly retry?: RetryPolicy
  readonly fetchPublic?: FetchPublic
}

/** Creates all services; connections and models load in the background. */
export function createServices(config: Config, log: Logger, overrides: Overrides = {}): Services {
  const { redisUrl, limits } = config
  const { retry } = overrides
  const redis = redisUrl === undefined ? undefined : connectRedis(redisUrl, log)
  const state = overrides.state ?? (redis ? createRedisState(redis) : createMemoryState())
  const metrics = createMetrics()

  const settings = { ...config, tokenStore: state.tokenStore, ...(retry && { retry }) }
  const engines = config.engines.map((key) => {
    const definition = engineOf(key)
    const engine = overrides.engines?.[key] ?? definition.create(settings)
    return { ...definition, engine, warming: warmUp(key, engine, log) }
  })

  const recognizer = createRecognizer({
    engines,
    counters: state.counters,
    answers: state.answers,
    limits,
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
    recognizer,
    metrics,
    fetchPublic: overrides.fetchPublic ?? fetchPublic,
    isWarm: () => engines.every(({ warming }) => warming.isWarm()),
    async close() {
      for (const { warming, engine } of engines) {
        warming.stop()
        await engine.close?.()
      }
      await state.close()
      redis?.disconnect()
    },
  }
}
