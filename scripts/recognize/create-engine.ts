import type { Engine } from '../../recognition/engine'
import { type EngineKey, engineOf } from '../../recognition/engines'
import { UsageError } from '../command/errors'
import type { Environment } from '../command/read'

/** @throws UsageError if a variable that the engine requires is not set */
export function createEngine(key: EngineKey, env: Environment): Engine {
  const { requires = [], create } = engineOf(key)
  const missing = requires.filter((name) => !env[name])
  if (missing.length > 0) throw new UsageError(`--engine ${key} needs ${missing.join(' and ')} in the environment`)
  const { WECHAT_APPID: appid, WECHAT_SECRET: secret } = env
  return create(appid && secret ? { wechat: { appid, secret } } : {})
}
