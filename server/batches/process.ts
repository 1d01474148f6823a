import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import type { RecognizeReply } from '../../miniprogram/vehicle-license/recognition'
import { errorReply } from '../../recognition/answer'
import type { Recognizer } from '../../recognition/recognizer'
import { callerOf } from '../plugins/caller'
import type { QueuedPicture } from './batch'
import type { PictureJob } from './queue'
import type { BatchStore } from './store'

/** Retries of a retryable failure. They span over a minute, so that a limit per minute passes. */
export const MAX_RETRIES = 7
/** Workers that a picture may crash. */
const MAX_CRASHES = 3

const FIRST_DELAY_MS = 1_000
const MAX_DELAY_MS = 30_000

/** Exponential backoff with jitter, in ms. */
export function retryDelayMs(attemptsMade: number): number {
  const delayMs = Math.min(FIRST_DELAY_MS * 2 ** (attemptsMade - 1), MAX_DELAY_MS)
  return Math.round(delayMs * (0.75 + Math.random() / 2))
}

/** The used part of a BullMQ job. */
export interface Attempt {
  readonly data: PictureJob
  /** Failed attempts so far. */
  readonly attemptsMade: number
  /** Workers that died during it. */
  readonly stalledCounter: number
}

export interface ProcessOptions {
  readonly store: Pick<BatchStore, 'picture' | 'answer'>
  readonly recognizer: Recognizer
  /** ms for one attempt */
  readonly budgetMs: number
}

/**
 * Creates the function that processes one picture. A picture may be processed twice if its worker seemed dead; the
 * first answer stands. Any error it throws, Redis's included, makes BullMQ retry the picture.
 */
export function createProcess({ store, recognizer, budgetMs }: ProcessOptions) {
  const read = ({ bytes, person, type }: QueuedPicture): Promise<RecognizeReply> =>
    recognizer.recognize({ ...callerOf(person), type, budgetMs, load: () => Promise.resolve({ bytes }) })

  return async ({ data, attemptsMade, stalledCounter }: Attempt): Promise<void> => {
    const { batch, index } = data
    const picture = await store.picture(batch, index)
    if (!picture) return

    const startedAt = performance.now()
    const crashesWorkers = stalledCounter > MAX_CRASHES
    const reply = crashesWorkers ? errorReply(new RecognitionError('ENGINE_UNAVAILABLE')) : await read(picture)
    const isLast = crashesWorkers || attemptsMade >= MAX_RETRIES
    if (!reply.ok && reply.error.retryable && !isLast) throw new Error(reply.error.code)
    await store.answer(batch, { index, ms: Math.round(performance.now() - startedAt), reply })
  }
}
