import { setTimeout as sleep } from 'node:timers/promises'
import type { PictureResult, Progress } from './batch'
import type { BatchQueue } from './queue'
import type { BatchStore } from './store'

/** ms between looks at a batch: nothing has to be told to anybody, and Redis may go and come back */
const LOOK_MS = 250
/** ms that a count of workers is good for */
const WORKERS_MS = 1_000

/** What there is of a batch at one moment. */
export interface Look extends Progress {
  readonly workers: number
  /** Results that were there at the look before. */
  readonly from: number
  /** Those that came since, in order. */
  readonly results: readonly PictureResult[]
}

export interface Watch {
  /** The next look, the same for all who wait for it; `undefined` where the batch is gone. Rejects while Redis is away. */
  next(): Promise<Look | undefined>
  /** Ends this watch. To be called once. */
  end(): void
}

/** Begins to watch a batch. */
export type WatchBatch = (id: string) => Watch

interface Watched {
  watchers: number
  readonly next: Watch['next']
}

export interface Watchable {
  readonly store: Pick<BatchStore, 'find' | 'results'>
  readonly queue: Pick<BatchQueue, 'countWorkers'>
}

/** Looks at batches for those who watch them: at each as often, however many they are, and not while nobody waits. */
export function createWatchBatch({ store, queue }: Watchable): WatchBatch {
  const watched = new Map<string, Watched>()
  let workers = 0
  let countedAt = -Infinity

  async function countWorkers(): Promise<number> {
    if (performance.now() - countedAt < WORKERS_MS) return workers
    workers = await queue.countWorkers()
    countedAt = performance.now()
    return workers
  }

  function createWatched(id: string): Watched {
    let pending: Promise<Look | undefined> | undefined
    let lookedAt = -Infinity
    let from: number | undefined

    async function look(): Promise<Look | undefined> {
      await sleep(Math.max(0, lookedAt + LOOK_MS - performance.now()))
      lookedAt = performance.now()
      const batch = await store.find(id)
      if (!batch) return undefined
      const { total, done } = batch
      // Who comes first may have any of the results already: what there is so far, each fetches by itself.
      from ??= done
      const results = done > from ? await store.results(id, from) : []
      const seen = { total, done, workers: await countWorkers(), from, results }
      from += results.length
      return seen
    }

    return {
      watchers: 0,
      next: () => (pending ??= look().finally(() => (pending = undefined))),
    }
  }

  return (id) => {
    const batch = watched.get(id) ?? createWatched(id)
    watched.set(id, batch)
    batch.watchers += 1
    return {
      next: batch.next,
      end() {
        batch.watchers -= 1
        if (batch.watchers === 0) watched.delete(id)
      },
    }
  }
}
