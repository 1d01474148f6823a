import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { MAX_SENT_BYTES } from '../../miniprogram/image/limits'
import { KEY_PREFIX } from '../state/redis'
import { defineScript } from '../state/redis/script'
import type { Batch, BatchOrder, PictureResult, Work } from './batch'
import { ANSWER, CLOSE, DROP, OPEN, PUT } from './scripts'

export interface BatchStoreOptions {
  /** bytes of pictures that may wait, of all batches together */
  readonly maxBytes: number
  /** bytes of pictures that may wait of one person: half of all, but never less than one picture */
  readonly maxBytesPerPerson?: number
  /** Pictures that may wait of one person. */
  readonly maxPicturesPerPerson?: number
  /** ms that results are kept after the last of them */
  readonly resultMs: number
  /** ms that an upload is kept after its last picture: whoever sent it has gone */
  readonly uploadMs?: number
  /** ms that pictures wait for a worker after the last answer */
  readonly waitingMs?: number
}

const MAX_PICTURES_PER_PERSON = 2_000
const UPLOAD_MS = 60_000
const WAITING_MS = 24 * 60 * 60 * 1000

/** What the scripts say instead of 1. */
const IS_FULL = 0
const IS_GONE = -1
const IS_SHARE_USED_UP = -2

/** @throws RecognitionError for what a script says instead of 1 */
function check(outcome: number): void {
  if (outcome === IS_FULL) throw new RecognitionError('ENGINE_BUSY')
  if (outcome === IS_SHARE_USED_UP) throw new RecognitionError('RATE_LIMITED')
  if (outcome === IS_GONE) throw new RecognitionError('TIMEOUT')
}

/** Batches as they lie in Redis: their pictures until each is answered, their results until they expire. */
export interface BatchStore {
  /**
   * Begins a batch.
   *
   * @param bytes - as announced: refused at once where they cannot fit, but not held before they have come
   * @throws RecognitionError `ENGINE_BUSY` where there is no room for them, `RATE_LIMITED` where the person has too much
   *   waiting already
   */
  open(order: BatchOrder, bytes: number): Promise<string>
  /** @throws RecognitionError as `open` does, and `TIMEOUT` where the upload took too long */
  put(id: string, index: number, picture: Buffer): Promise<void>
  /** Ends the upload: from now on the batch is found. @throws RecognitionError `TIMEOUT` as above */
  close(id: string, total: number): Promise<void>
  /** Forgets a batch and all that is in it. */
  drop(id: string): Promise<void>
  /** A picture that waits; `undefined` where it is answered or its batch gone. */
  work(id: string, index: number): Promise<Work | undefined>
  /** Keeps an answer and forgets its picture. The first answer stands: `false` for another, or where the batch is gone. */
  answer(id: string, result: PictureResult): Promise<boolean>
  /** `undefined` for a batch that is not there, or whose upload has not ended. */
  find(id: string): Promise<Batch | undefined>
  /** Results in the order in which they came, without the first `after`. */
  results(id: string, after: number): Promise<PictureResult[]>
}

const PREFIX = `${KEY_PREFIX}batches:`

const keysOf = (id: string) => ({
  batch: `${PREFIX}${id}`,
  pictures: `${PREFIX}${id}:pictures`,
  answered: `${PREFIX}${id}:answered`,
  results: `${PREFIX}${id}:results`,
})

const SHARED_KEYS = [`${PREFIX}held`, `${PREFIX}deadlines`]

export function createBatchStore(redis: Redis, options: BatchStoreOptions): BatchStore {
  const { maxBytes, resultMs, uploadMs = UPLOAD_MS, waitingMs = WAITING_MS } = options
  const { maxBytesPerPerson = Math.max(Math.floor(maxBytes / 2), MAX_SENT_BYTES) } = options
  const { maxPicturesPerPerson = MAX_PICTURES_PER_PERSON } = options
  const bounds = [maxBytes, maxBytesPerPerson, maxPicturesPerPerson]

  function script(lua: string) {
    const run = defineScript<number>(redis, lua)
    return (id: string, ...args: (string | number | Buffer)[]): Promise<number> =>
      run([...Object.values(keysOf(id)), ...SHARED_KEYS], [id, uploadMs, waitingMs, resultMs, ...args])
  }
  const open = script(OPEN)
  const put = script(PUT)
  const close = script(CLOSE)
  const answer = script(ANSWER)
  const drop = script(DROP)

  return {
    async open(order, bytes) {
      const id = randomUUID()
      check(await open(id, ...bounds, order.person, JSON.stringify(order), bytes))
      return id
    },
    async put(id, index, picture) {
      check(await put(id, ...bounds, index, picture))
    },
    async close(id, total) {
      check(await close(id, total))
    },
    async drop(id) {
      await drop(id)
    },
    async work(id, index) {
      const { batch, pictures } = keysOf(id)
      const [order, bytes] = await Promise.all([redis.hget(batch, 'order'), redis.hgetBuffer(pictures, String(index))])
      return order === null || bytes === null ? undefined : { ...(JSON.parse(order) as BatchOrder), bytes }
    },
    async answer(id, result) {
      return (await answer(id, result.index, JSON.stringify(result))) === 1
    },
    async find(id) {
      const { batch, results } = keysOf(id)
      const [[order, total], done] = await Promise.all([redis.hmget(batch, 'order', 'total'), redis.llen(results)])
      return order && total ? { ...(JSON.parse(order) as BatchOrder), total: Number(total), done } : undefined
    },
    async results(id, after) {
      const results = await redis.lrange(keysOf(id).results, after, -1)
      return results.map((result) => JSON.parse(result) as PictureResult)
    },
  }
}
