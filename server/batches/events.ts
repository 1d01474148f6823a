import type { Batches } from './index'

/** ms between `progress` events; they also keep proxies from closing an idle connection */
const PROGRESS_MS = 5_000
/** ms after which a disconnected client reconnects */
const RETRY_MS = 1_000

/** Not @fastify/sse (MIT, 0.6): formatting an event is one line, and it would not count the results that a client has. */
const formatEvent = (name: string, data: object, id?: number): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

/**
 * A batch as server-sent events: `progress` at first and from time to time, `result` per picture, and `done` at the end.
 * An event's id is the number of results so far, so that a client resumes without gaps or duplicates. Silent while Redis
 * is down.
 *
 * @param after - number of results that the client has
 * @param signal - ends the stream
 */
export async function* events(
  { store, watch }: Pick<Batches, 'store' | 'watch'>,
  id: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const batch = watch(id)
  let sent = after
  let progressAt = -Infinity

  async function poll(): Promise<{ text: string; isLast: boolean }> {
    const snapshot = await batch.next()
    if (!snapshot) return { text: '', isLast: true }
    const { total, done, workers, from, results: latest } = snapshot
    // Results from before the shared polls, or missed because this client was too slow, are fetched.
    const results = sent < from ? await store.results(id, sent) : latest.slice(sent - from)
    const isDue = performance.now() - progressAt >= PROGRESS_MS
    const progress = isDue ? formatEvent('progress', { total, done, workers }) : ''
    const news = results.map((result, i) => formatEvent('result', result, sent + i + 1))
    if (isDue) progressAt = performance.now()
    sent += results.length
    const isLast = sent >= total && from + latest.length >= total
    return { text: [progress, ...news, isLast ? formatEvent('done', { total }) : ''].join(''), isLast }
  }

  try {
    yield `retry: ${RETRY_MS}\n\n`
    while (!signal.aborted) {
      const { text, isLast } = await poll().catch(() => ({ text: '', isLast: false }))
      if (text !== '') yield text
      if (isLast) return
    }
  } finally {
    batch.end()
  }
}
