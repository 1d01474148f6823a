import { errorReply } from '../../../recognition/answer'
import { type ErrorCode, RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { RecognizeReply } from '../../../miniprogram/vehicle-license/recognition'
import type { PictureResult } from '../../../server/batches/batch'
import { type Attempt, createProcess, MAX_RETRIES, retryDelayMs } from '../../../server/batches/process'
import type { BatchStore } from '../../../server/batches/store'
import { RECOGNITION } from '../../recognition/pictures'

/** Runs one attempt, and tells what was read and what was kept. */
async function attempt(reply: RecognizeReply, { attemptsMade = 0, stalledCounter = 0 }: Partial<Attempt> = {}) {
  const kept: PictureResult[] = []
  let reads = 0
  const bytes = Buffer.alloc(1)
  const store: Pick<BatchStore, 'picture' | 'answer'> = {
    picture: () => Promise.resolve({ person: 'somebody', type: 'photo', bytes }),
    answer(_, result) {
      kept.push(result)
      return Promise.resolve(true)
    },
  }
  const recognizer = {
    recognize() {
      reads += 1
      return Promise.resolve(reply)
    },
  }
  const process = createProcess({ store, recognizer, budgetMs: 1_000 })
  const thrown = await process({ data: { batch: 'b', index: 7 }, attemptsMade, stalledCounter }).then(
    () => undefined,
    (error: unknown) => error,
  )
  return { thrown, reads, kept }
}

const failure = (code: ErrorCode): RecognizeReply => errorReply(new RecognitionError(code))

test('what was read is kept', async () => {
  const reply = { ok: true, recognition: RECOGNITION } as const
  expect(await attempt(reply)).toMatchObject({ thrown: undefined, kept: [{ index: 7, reply }] })
})

test.each(['ENGINE_BUSY', 'TIMEOUT', 'RATE_LIMITED', 'ENGINE_UNAVAILABLE'] as const)(
  '%s is tried again, and after enough attempts becomes the answer',
  async (code) => {
    expect(await attempt(failure(code))).toMatchObject({ thrown: { message: code }, kept: [] })
    expect(await attempt(failure(code), { attemptsMade: MAX_RETRIES - 1 })).toMatchObject({ kept: [] })
    const last = await attempt(failure(code), { attemptsMade: MAX_RETRIES })
    expect(last).toMatchObject({ thrown: undefined, kept: [{ reply: { error: { code } } }] })
  },
)

test.each(['NOT_A_LICENSE', 'IMAGE_UNREADABLE', 'QUOTA_EXHAUSTED', 'NOT_AUTHORIZED'] as const)(
  '%s is the answer at once',
  async (code) => {
    expect(await attempt(failure(code))).toMatchObject({ thrown: undefined, kept: [{ reply: { error: { code } } }] })
  },
)

test('a picture of which one worker after another dies is not read any more', async () => {
  const reply = { ok: true, recognition: RECOGNITION } as const
  expect(await attempt(reply, { stalledCounter: 3 })).toMatchObject({ reads: 1, kept: [{ reply }] })
  expect(await attempt(reply, { stalledCounter: 4 })).toMatchObject({
    reads: 0,
    kept: [{ reply: { error: { code: 'ENGINE_UNAVAILABLE' } } }],
  })
})

test('all attempts together outlast a minute’s limit, and none is far away', () => {
  const delays = Array.from({ length: MAX_RETRIES }, (_, i) => retryDelayMs(i + 1))
  expect(delays.reduce((sum, delay) => sum + delay)).toBeGreaterThan(60_000)
  expect(retryDelayMs(1_000)).toBeLessThanOrEqual(30_000 * 1.25)
})
