import { setTimeout as sleep } from 'node:timers/promises'
import type { PictureResult, Progress } from './batch'
import type { BatchQueue } from './queue'
import type { BatchStore } from './store'

/** ms between polls of a batch. Polling needs no notifications, and survives an outage of Redis. */
const POLL_MS = 250
/** ms for which a count of workers is cached */
const WORKERS_TTL_MS = 1_000

/** The state of a batch at one poll. */
export interface Snapshot extends Progress {
  readonly workers: number
  /** Number of results at the previous poll. */
  readonly from: number
  /** Results since then, in order. */
  readonly results: readonly PictureResult[]
}

export interface Watch {
  /** The next poll, shared by all watchers; `undefined` if the batch is gone. Rejects while Redis is down. */
  next(): Promise<Snapshot | undefined>
  /** Ends this watch. Call it only once. */
  end(): void
}

export type WatchBatch = (id: string) => Watch

interface WatchedBatch {
  watchers: number
  readonly next: Watch['next']
}

export interface WatchSources {
  readonly store: Pick<BatchStore, 'find' | 'results'>
  readonly queue: Pick<BatchQueue, 'countWorkers'>
}

/** Polls each watched batch at the same rate for any number of watchers, and only while one waits. */
export function createWatchBatch({ store, queue }: WatchSources): WatchBatch {
  const batches = new Map<string, WatchedBatch>()
  let workers = 0
  let countedAt = -Infinity

  async function countWorkers(): Promise<number> {
    if (performance.now() - countedAt < WORKERS_TTL_MS) return workers
    workers = await queue.countWorkers()
    countedAt = performance.now()
    return workers
  }

  function createWatchedBatch(id: string): WatchedBatch {
    let pending: Promise<Snapshot | undefined> | undefined
    let polledAt = -Infinity
    let from: number | undefined

    async function poll(): Promise<Snapshot | undefined> {
      await sleep(Math.max(0, polledAt + POLL_MS - performance.now()))
      polledAt = performance.now()
      const batch = await store.find(id)
      if (!batch) return undefined
      const { total, done } = batch
      // The first watcher may already have some results: earlier ones are fetched by each watcher itself.
      from ??= done
      const results = done > from ? await store.results(id, from) : []
      const snapshot = { total, done, workers: await countWorkers(), from, results }
      from += results.length
      return snapshot
    }

    return {
      watchers: 0,
      next: () => (pending ??= poll().finally(() => (pending = undefined))),
    }
  }

  return (id) => {
    const batch = batches.get(id) ?? createWatchedBatch(id)
    batches.set(id, batch)
    batch.watchers += 1
    return {
      next: batch.next,
      end() {
        batch.watchers -= 1
        if (batch.watchers === 0) batches.delete(id)
      },
    }
  }
}
