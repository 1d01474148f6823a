import { MAX_PICKED_BYTES, MAX_SENT_BYTES } from '../../miniprogram/image/limits'
import type { Engine } from '../../recognition/engine'
import { createEmbeddedEngine } from '../../recognition/engines/embedded'
import { createHttpsEngine } from '../../recognition/engines/https'
import { UsageError } from '../command/errors'
import type { Environment } from '../command/read'
import type { EngineName } from './options'

/** An engine and what goes with it. */
export interface Tool {
  readonly engine: Engine
  /** The largest file it takes. */
  readonly maxBytes: number
  close(): Promise<void>
}

function required<K extends string>(env: Environment, names: readonly K[]): Record<K, string> {
  const missing = names.filter((name) => !env[name])
  if (missing.length > 0) throw new UsageError(`--engine https needs ${missing.join(' and ')} in the environment`)
  return Object.fromEntries(names.map((name) => [name, env[name]])) as Record<K, string>
}

/** @throws UsageError when the environment lacks what the engine needs */
export function createTool(name: EngineName, env: Environment): Tool {
  if (name === 'embedded') {
    const engine = createEmbeddedEngine()
    return { engine, maxBytes: MAX_PICKED_BYTES, close: () => engine.close() }
  }
  const { WECHAT_APPID: appid, WECHAT_SECRET: secret } = required(env, ['WECHAT_APPID', 'WECHAT_SECRET'])
  return { engine: createHttpsEngine({ appid, secret }), maxBytes: MAX_SENT_BYTES, close: () => Promise.resolve() }
}
