import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { MAX_SENT_BYTES } from '../../miniprogram/image/limits'
import { KEY_PREFIX } from '../state/redis'
import { defineScript } from '../state/redis/script'
import type { Batch, BatchOrder, PictureResult, QueuedPicture } from './batch'
import { ANSWER, CLOSE, DROP, NUMBER_OF_KEYS, OPEN, PUT } from './scripts'

export interface BatchStoreOptions {
  /** bytes of waiting pictures, all batches together */
  readonly maxBytes: number
  /** bytes of one person's waiting pictures; half of `maxBytes`, but at least one picture, by default */
  readonly maxBytesPerPerson?: number
  /** Waiting pictures of one person. */
  readonly maxPicturesPerPerson?: number
  /** ms that results are kept after the last one */
  readonly resultMs: number
  /** ms that an incomplete upload is kept after its last picture */
  readonly uploadMs?: number
  /** ms that pictures wait for a worker after the last answer */
  readonly waitingMs?: number
}

const MAX_PICTURES_PER_PERSON = 2_000
const UPLOAD_MS = 60_000
const WAITING_MS = 24 * 60 * 60 * 1000

/** Failures of the scripts. */
const IS_FULL = 0
const IS_GONE = -1
const IS_SHARE_USED_UP = -2

/** @throws RecognitionError unless the script succeeded */
function check(outcome: number): void {
  if (outcome === IS_FULL) throw new RecognitionError('ENGINE_BUSY')
  if (outcome === IS_SHARE_USED_UP) throw new RecognitionError('RATE_LIMITED')
  if (outcome === IS_GONE) throw new RecognitionError('TIMEOUT')
}

/** Batches in Redis: pictures until they are answered, results until they expire. */
export interface BatchStore {
  /**
   * Opens a batch.
   *
   * @param bytes - as announced; refused if they cannot fit, but not reserved
   * @throws RecognitionError `ENGINE_BUSY` if there is no room, `RATE_LIMITED` if the person's share is used up
   */
  open(order: BatchOrder, bytes: number): Promise<string>
  /** @throws RecognitionError as `open`; `TIMEOUT` if the upload took too long */
  put(id: string, index: number, picture: Buffer): Promise<void>
  /** Completes the upload, so that `find` returns the batch. @throws RecognitionError `TIMEOUT` as `put` */
  close(id: string, total: number): Promise<void>
  /** Deletes a batch. */
  drop(id: string): Promise<void>
  /** `undefined` if it is answered or its batch is gone. */
  picture(id: string, index: number): Promise<QueuedPicture | undefined>
  /** Stores a result and deletes its picture. `false` if there already is one, or the batch is gone. */
  answer(id: string, result: PictureResult): Promise<boolean>
  /** `undefined` if there is no such batch, or its upload is incomplete. */
  find(id: string): Promise<Batch | undefined>
  /** Results in order of arrival, without the first `after`. */
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

  function script(name: string, lua: string) {
    const run = defineScript(redis, name, NUMBER_OF_KEYS, lua)
    return (id: string, ...args: (string | number | Buffer)[]): Promise<number> =>
      run(...Object.values(keysOf(id)), ...SHARED_KEYS, id, uploadMs, waitingMs, resultMs, ...args)
  }
  const open = script('openBatch', OPEN)
  const put = script('putPicture', PUT)
  const close = script('closeBatch', CLOSE)
  const answer = script('answerPicture', ANSWER)
  const drop = script('dropBatch', DROP)

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
    async picture(id, index) {
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
