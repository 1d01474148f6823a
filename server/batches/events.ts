import type { Batches } from './index'

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
  { store, watch }: Pick<Batches, 'store' | 'watch'>,
  id: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const batch = watch(id)
  let seen = after
  let saidAt = -Infinity

  async function look(): Promise<{ text: string; isLast: boolean }> {
    const next = await batch.next()
    if (!next) return { text: '', isLast: true }
    const { total, done, workers, from, results: latest } = next
    // What came before the looks that are shared, or while this client was too slow for them.
    const results = seen < from ? await store.results(id, seen) : latest.slice(seen - from)
    const isDue = performance.now() - saidAt >= PROGRESS_MS
    const progress = isDue ? event('progress', { total, done, workers }) : ''
    const news = results.map((result, i) => event('result', result, seen + i + 1))
    if (isDue) saidAt = performance.now()
    seen += results.length
    const isLast = seen >= total && from + latest.length >= total
    return { text: [progress, ...news, isLast ? event('done', { total }) : ''].join(''), isLast }
  }

  try {
    yield `retry: ${RETRY_MS}\n\n`
    while (!signal.aborted) {
      const { text, isLast } = await look().catch(() => ({ text: '', isLast: false }))
      if (text !== '') yield text
      if (isLast) return
    }
  } finally {
    batch.end()
  }
}
