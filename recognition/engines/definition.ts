import type { EngineName } from '../../miniprogram/vehicle-license/recognition'
import type { Engine } from '../engine'
import type { RetryPolicy } from '../wechat/engine'
import type { TokenStore } from './https/tokens/store'

/** Configuration of all engines; each takes what it needs. */
export interface EngineSettings {
  readonly wechat?: { readonly appid: string; readonly secret: string; readonly baseUrl?: string }
  readonly tokenStore?: TokenStore
  readonly retry?: RetryPolicy
  /** Pictures that the embedded engine reads at a time; as many as cores and memory allow by default. */
  readonly engineWorkers?: number
}

/** An engine that a configuration can name. */
export interface EngineDefinition {
  /** As replies name it, if the mini program has a text for it. */
  readonly name?: EngineName
  /** For the command line's help. */
  readonly about: string
  /** Environment variables that it requires. */
  readonly requires?: readonly string[]
  /** 0..1, share of the time budget kept for the engines after it; 0 by default */
  readonly reserve?: number
  /** ms after which it gives up on a picture, if that is beyond the caller's time budget */
  readonly maxReadMs?: number
  readonly create: (settings: EngineSettings) => Engine
}
