import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import { RecognitionError } from '../miniprogram/vehicle-license/errors'
import { describeCause } from '../recognition/describe-cause'
import type { LocalEngine } from './services'

export interface WarmUp {
  readonly isWarm: () => boolean
  /** Tries no more. */
  readonly stop: () => void
}

/** ms between tries to load an engine: what it lacked, such as memory, may be there again. */
const PAUSE_MS = 10_000

/** The engine only says that it is unavailable; why is in what it caught. */
const describeOrigin = (error: unknown): string =>
  describeCause((error instanceof RecognitionError ? error.details.cause : undefined) ?? error)

/** Loads an engine in the background, until it succeeds. One line is logged when it fails, and one when it is loaded. */
export function warmUp(engine: Pick<LocalEngine, 'warm'>, log: Logger, pauseMs = PAUSE_MS): WarmUp {
  const stopping = new AbortController()
  const { signal } = stopping
  const isStopped = (): boolean => signal.aborted
  let isWarm = false

  async function load(): Promise<void> {
    for (let failures = 0; !isStopped(); failures += 1) {
      try {
        await engine.warm?.()
        isWarm = true
        if (failures > 0) log.info('The embedded engine is loaded')
        return
      } catch (error) {
        if (failures === 0 && !isStopped())
          log.error({ cause: describeOrigin(error) }, 'The embedded engine cannot be loaded')
        await wait(pauseMs, undefined, { signal, ref: false }).catch(() => undefined)
      }
    }
  }
  void load()

  return { isWarm: () => isWarm, stop: () => stopping.abort() }
}
