import type { EngineDefinition } from './definition'
import { embedded } from './embedded/definition'
import { https } from './https/index'

/** Every engine, by its name in `ENGINE` and `--engine`. Several are tried in this order. */
export const ENGINES = { https, embedded } as const satisfies Readonly<Record<string, EngineDefinition>>

export type EngineKey = keyof typeof ENGINES

export const ENGINE_KEYS = Object.keys(ENGINES) as readonly EngineKey[]

export const engineOf = (key: EngineKey): EngineDefinition => ENGINES[key]
