import { ERRORS, RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { bilingual } from '../../miniprogram/strings'
import { answer, type Outcome } from '../../recognition/answer'
import { describeCause } from '../../recognition/describe-cause'
import { RECOGNITION } from './pictures'

async function run(work: () => Promise<typeof RECOGNITION>) {
  const outcomes: Outcome[] = []
  const reply = await answer(
    async () => ({ recognition: await work() }),
    (outcome) => outcomes.push(outcome),
  )
  expect(outcomes).toHaveLength(1)
  return { reply, outcome: outcomes[0] }
}

const SECRET = 'token-123 京A12345'

test('a recognition becomes a good reply', async () => {
  const { reply, outcome } = await run(() => Promise.resolve(RECOGNITION))
  expect(reply).toEqual({ ok: true, recognition: RECOGNITION })
  expect(outcome).toEqual({ ok: true, ms: expect.any(Number) as number })
})

test('an error of the list becomes the error of the contract', async () => {
  const { reply, outcome } = await run(() =>
    Promise.reject(new RecognitionError('RATE_LIMITED', { wechatCode: 45011 })),
  )
  const message = bilingual(ERRORS.RATE_LIMITED)
  expect(reply).toEqual({ ok: false, error: { code: 'RATE_LIMITED', message, retryable: true, wechatCode: 45011 } })
  expect(outcome).toMatchObject({ ok: false, code: 'RATE_LIMITED', wechatCode: 45011 })
})

test.each([
  ['an error', new TypeError(SECRET)],
  ['an error of an SDK', { errCode: -501001, errMsg: SECRET }],
  ['a text', SECRET],
  ['nothing', undefined],
])('%s that nobody foresaw is ENGINE_UNAVAILABLE, and neither told nor logged', async (_, thrown) => {
  const { reply, outcome } = await run(jest.fn<Promise<typeof RECOGNITION>, []>().mockRejectedValue(thrown))
  const message = bilingual(ERRORS.ENGINE_UNAVAILABLE)
  expect(reply).toEqual({ ok: false, error: { code: 'ENGINE_UNAVAILABLE', message, retryable: true } })
  expect(JSON.stringify(outcome)).not.toContain('token-123')
})

test('a synchronous throw is answered too', async () => {
  const { reply } = await run(() => {
    throw new RecognitionError('INVALID_REQUEST')
  })
  expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_REQUEST', retryable: false } })
})

test('an abort is TIMEOUT', async () => {
  for (const name of ['AbortError', 'TimeoutError']) {
    const { reply } = await run(() => Promise.reject(new DOMException('The operation was aborted', name)))
    expect(reply).toMatchObject({ ok: false, error: { code: 'TIMEOUT' } })
  }
})

test('a cause is described by name, code and place', () => {
  const error = Object.assign(new RangeError(SECRET), { code: 'ECONNRESET' })
  expect(describeCause(error)).toMatch(/^RangeError ECONNRESET answer\.test\.ts:\d+:\d+$/)
  expect(describeCause({ errCode: -1, errMsg: SECRET })).toBe('object -1')
  expect(describeCause(SECRET)).toBe('string')
})
