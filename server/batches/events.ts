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
 * saw misses none and gets none twice. While Redis is away nothing is said.
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
  let seen = after
  let saidAt = -Infinity

  async function look(): Promise<{ text: string; isLast: boolean }> {
    const batch = await store.find(id)
    if (!batch) return { text: '', isLast: true }
    const { total, done } = batch
    const isDue = performance.now() - saidAt >= PROGRESS_MS
    const progress = isDue ? event('progress', { total, done, workers: await queue.countWorkers() }) : ''
    const results = done > seen ? await store.results(id, seen) : []
    const news = results.map((result, i) => event('result', result, seen + i + 1))
    if (isDue) saidAt = performance.now()
    seen += results.length
    const isLast = seen >= total
    return { text: [progress, ...news, isLast ? event('done', { total }) : ''].join(''), isLast }
  }

  yield `retry: ${RETRY_MS}\n\n`
  while (!signal.aborted) {
    const { text, isLast } = await look().catch(() => ({ text: '', isLast: false }))
    if (text !== '') yield text
    if (isLast) return
    await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined)
  }
}
