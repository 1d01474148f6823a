import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { RecognitionError } from '../miniprogram/vehicle-license/errors'
import { describeCause } from '../recognition/describe-cause'
import type { Engine } from '../recognition/engine'

export interface WarmUp {
  readonly isWarm: () => boolean
  /** Stops retrying. */
  readonly stop: () => void
}

/** ms between attempts: what was missing, such as memory, may be back by then */
const RETRY_MS = 10_000

/** The engine throws a general error; the reason is in its cause. */
const describeOrigin = (error: unknown): string =>
  describeCause((error instanceof RecognitionError ? error.details.cause : undefined) ?? error)

/** Loads an engine in the background, retrying until it succeeds. Logs the first failure, and a success after it. */
export function warmUp(name: string, engine: Pick<Engine, 'warm'>, log: Logger, retryMs = RETRY_MS): WarmUp {
  const stopping = new AbortController()
  const { signal } = stopping
  const isStopped = (): boolean => signal.aborted
  let isWarm = false

  async function load(): Promise<void> {
    for (let failures = 0; !isStopped(); failures += 1) {
      try {
        await engine.warm?.()
        isWarm = true
        if (failures > 0) log.info(`The ${name} engine is loaded`)
        return
      } catch (error) {
        if (failures === 0 && !isStopped())
          log.error({ cause: describeOrigin(error) }, `The ${name} engine cannot be loaded`)
        await sleep(retryMs, undefined, { signal, ref: false }).catch(() => undefined)
      }
    }
  }
  void load()

  return { isWarm: () => isWarm, stop: () => stopping.abort() }
}
