import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import type { RecognizeReply } from '../../miniprogram/vehicle-license/recognition'
import { errorReply } from '../../recognition/answer'
import type { Recognizer } from '../../recognition/recognizer'
import type { Work } from './batch'
import type { PictureJob } from './queue'
import type { BatchStore } from './store'

/** Times that a picture is tried again which may succeed: for over a minute, so that a minute's limit passes. */
export const MAX_RETRIES = 7
/** Workers that a picture may take down with it. */
const MAX_DEATHS = 3

const FIRST_DELAY_MS = 1_000
const MAX_DELAY_MS = 30_000

/** ms until the next attempt after so many: doubled each time, and scattered so that not all come at once. */
export function retryDelayMs(attemptsMade: number): number {
  const delayMs = Math.min(FIRST_DELAY_MS * 2 ** (attemptsMade - 1), MAX_DELAY_MS)
  return Math.round(delayMs * (0.75 + Math.random() / 2))
}

/** A job as far as it matters here. */
export interface Attempt {
  readonly data: PictureJob
  /** Attempts that failed before. */
  readonly attemptsMade: number
  /** Workers that died while they were at it. */
  readonly stalledCounter: number
}

export interface ProcessOptions {
  readonly store: Pick<BatchStore, 'work' | 'answer'>
  readonly recognizer: Recognizer
  /** ms for one attempt */
  readonly budgetMs: number
}

/**
 * Makes what answers one picture. Where a worker was thought dead it may be done twice; one answer is kept.
 * Whatever it throws has the picture tried again, also where Redis would not take the answer.
 */
export function createProcess({ store, recognizer, budgetMs }: ProcessOptions) {
  const read = ({ bytes, ...order }: Work): Promise<RecognizeReply> =>
    recognizer.recognize({ ...order, budgetMs, picture: () => Promise.resolve({ bytes }) })

  return async ({ data, attemptsMade, stalledCounter }: Attempt): Promise<void> => {
    const { batch, index } = data
    const work = await store.work(batch, index)
    if (!work) return

    const startedAt = performance.now()
    const isDeadly = stalledCounter > MAX_DEATHS
    const reply = isDeadly ? errorReply(new RecognitionError('ENGINE_UNAVAILABLE')) : await read(work)
    const isLast = isDeadly || attemptsMade >= MAX_RETRIES
    if (!reply.ok && reply.error.retryable && !isLast) throw new Error(reply.error.code)
    await store.answer(batch, { index, ms: Math.round(performance.now() - startedAt), reply })
  }
}
