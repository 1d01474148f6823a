import { setTimeout as sleep } from 'node:timers/promises'
import type { Batches } from './index'

/** ms between looks for new results: nothing has to be told to anybody, and Redis may go and come back */
const LOOK_MS = 250
/** ms between words on progress: also so that nothing between cuts off a connection that says nothing */
const PROGRESS_MS = 5_000
/** ms after which a client that was cut off comes again */
const RETRY_MS = 1_000

const event = (name: string, data: object, id?: number): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

/**
 * What happens to a batch, as server-sent events: `progress` at first and now and then, `result` for each picture,
 * and `done` at the end. A result's id is how many there were with it: a client that comes again with the last one it
 * saw misses none and gets none twice.
 *
 * @param after - results that the client has already
 * @param signal - ends it, without a word
 */
export async function* events(
  { store, queue }: Batches,
  id: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<string> {
  yield `retry: ${RETRY_MS}\n\n`
  let seen = after
  let saidAt = -Infinity
  while (!signal.aborted) {
    const batch = await store.find(id)
    if (!batch) return
    const { total, done } = batch
    if (performance.now() - saidAt >= PROGRESS_MS) {
      yield event('progress', { total, done, workers: await queue.countWorkers() })
      saidAt = performance.now()
    }
    for (const result of done > seen ? await store.results(id, seen) : []) {
      seen += 1
      yield event('result', result, seen)
    }
    if (seen >= total) {
      yield event('done', { total })
      return
    }
    await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined)
  }
}
