import { failure } from '../../simulator/cloud/openapi/call'
import { picture, pictureOf } from '../recognition/pictures'
import { errorReply } from '../recognition/error-reply'
import { type StartedFunction, startFunction } from './start'

let ample: StartedFunction
let strict: StartedFunction | undefined

beforeAll(async () => {
  ample = await startFunction()
})
afterAll(() => ample.close())
beforeEach(() => ample.reset())
afterEach(async () => {
  const left = [ample, strict].flatMap((started) => [...(started?.cloud.files.keys() ?? [])])
  await strict?.close()
  strict = undefined
  expect(left).toEqual([])
})

const start = async (limits: Record<string, string>): Promise<StartedFunction> =>
  (strict = await startFunction({ functionEnvironment: limits }))

test('one person has a share, and others have theirs', async () => {
  const { recognize, calls } = await start({ PERSON_DAILY_LIMIT: '2' })
  const ofOne = [await recognize({ person: 'a' }), await recognize({ person: 'a' }), await recognize({ person: 'a' })]
  expect(ofOne).toMatchObject([
    { ok: true, quota: { used: 1, person: { used: 1, limit: 2 } } },
    { ok: true, quota: { used: 2, person: { used: 2, limit: 2 } } },
    errorReply('QUOTA_EXHAUSTED'),
  ])
  await expect(recognize({ person: 'b' })).resolves.toMatchObject({ quota: { used: 3, person: { used: 1 } } })
  expect(calls).toHaveLength(3)
})

test('so many requests of one person in a minute, whatever becomes of them', async () => {
  const { recognize, calls } = await start({ PERSON_MINUTE_LIMIT: '3' })
  const asked = Array.from({ length: 8 }, async () => recognize({ person: 'a', bytes: await pictureOf(1_000) }))
  const refused = (await Promise.all(asked)).filter((reply) => !reply.ok && reply.error.code === 'RATE_LIMITED')
  // A minute may have begun anew in between.
  expect([5, 2]).toContain(refused.length)
  expect(refused[0]).toEqual(errorReply('RATE_LIMITED'))
  await expect(recognize({ person: 'b' })).resolves.toMatchObject({ ok: true })
  expect(calls.length).toBeLessThanOrEqual(7)
})

test('a call that never reached WeChat is given back', async () => {
  const one = await start({ DAILY_LIMIT: '1' })
  one.fault = () => ({ errorCode: -604101 })
  for (let i = 0; i < 3; i += 1) await expect(one.recognize()).resolves.toEqual(errorReply('NOT_AUTHORIZED', -604101))
  one.fault = () => undefined
  await expect(one.recognize()).resolves.toMatchObject({ ok: true, quota: { used: 1, limit: 1 } })
  await expect(one.recognize()).resolves.toEqual(errorReply('QUOTA_EXHAUSTED'))
})

test('the same picture again gets the same answer, and costs nothing', async () => {
  const { recognize, calls } = ample
  const bytes = await picture('jpeg')
  const asking = { bytes, person: 'a', key: 'k' }
  const first = await recognize(asking)
  expect(first).toMatchObject({ ok: true })
  await expect(recognize(asking)).resolves.toEqual(first)
  expect(calls).toHaveLength(1)

  await recognize({ ...asking, person: 'b' })
  await recognize({ ...asking, type: 'scan' })
  await recognize({ ...asking, key: 'another' })
  await recognize({ ...asking, bytes: await picture('jpeg', 401, 300) })
  expect(calls).toHaveLength(5)
})

test('requests for the same picture that race are one call', async () => {
  const { recognize, calls } = ample
  const bytes = await picture('jpeg')
  const replies = await Promise.all(Array.from({ length: 4 }, () => recognize({ bytes, key: 'k' })))
  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
  expect(replies[0]).toMatchObject({ ok: true })
  expect(calls).toHaveLength(1)
})

test('what passes is not answered again', async () => {
  const asking = { bytes: await picture('jpeg'), key: 'k' }
  ample.fault = () => failure(54321, 'unknown')
  await expect(ample.recognize(asking)).resolves.toEqual(errorReply('ENGINE_UNAVAILABLE', 54321))
  ample.fault = () => undefined
  await expect(ample.recognize(asking)).resolves.toMatchObject({ ok: true })
})

test('what is kept of an answer says nothing of the license', async () => {
  const { recognize, cloud } = ample
  await recognize()
  const kept = JSON.stringify([...(cloud.database.get('vehicle_license_answers')?.values() ?? [])])
  expect(kept).toContain('"owner"')
  expect(kept).not.toMatch(/京A12345|张三|plateNum/)
})
