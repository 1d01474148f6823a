import { failure, type OpenapiCall, type OpenapiReply } from '../../simulator/cloud/openapi/call'
import { BACK_ENDS, type BackEnd } from './back-ends'
import { anotherPicture } from './pictures'

describe.each(BACK_ENDS)('%s', (_name, start) => {
  let backEnd: BackEnd | undefined
  afterEach(async () => {
    await backEnd?.close()
    backEnd = undefined
  })

  async function startWith(limits: Record<string, string>, answer: () => OpenapiReply | undefined = () => undefined) {
    const calls: OpenapiCall[] = []
    const started = await start({
      limits,
      fault: (call) => {
        calls.push(call)
        return answer()
      },
    })
    backEnd = started
    const recognize = async (person = 'somebody') => started.recognize({ bytes: await anotherPicture(), person })
    return { calls, recognize }
  }

  test('200 at once on a quota of 100 make exactly 100 calls', async () => {
    const { calls, recognize } = await startWith({ DAILY_LIMIT: '100' })
    const replies = await Promise.all(Array.from({ length: 200 }, (_, i) => recognize(`person ${i % 20}`)))
    const refused = replies.filter((reply) => !reply.ok && reply.error.code === 'QUOTA_EXHAUSTED')
    expect(replies.filter(({ ok }) => ok)).toHaveLength(100)
    expect(refused).toHaveLength(100)
    expect(calls).toHaveLength(100)
  })

  test('tells how much of the quota is used, everyone’s and the person’s', async () => {
    const { recognize } = await startWith({ DAILY_LIMIT: '100', PERSON_DAILY_LIMIT: '20' })
    await recognize('a')
    await expect(recognize('b')).resolves.toMatchObject({
      quota: { used: 2, limit: 100, person: { used: 1, limit: 20 } },
    })
  })

  test('gives the quota back where the call never reached WeChat', async () => {
    let isRefused = true
    const { recognize } = await startWith({ DAILY_LIMIT: '1' }, () =>
      isRefused ? failure(48001, 'api unauthorized') : undefined,
    )
    await expect(recognize()).resolves.toMatchObject({ error: { code: 'NOT_AUTHORIZED' } })
    isRefused = false
    await expect(recognize()).resolves.toMatchObject({ ok: true, quota: { used: 1, limit: 1 } })
  })

  test.each([
    [45009, 'reach max api daily quota limit'],
    [101003, 'not enough market quota'],
    // Of older documents, where this one told it.
    [101002, 'not enough market quota'],
  ])('%i that says "%s" closes the day', async (errcode, errmsg) => {
    const { calls, recognize } = await startWith({}, () => failure(errcode, errmsg))
    await expect(recognize()).resolves.toMatchObject({ error: { code: 'QUOTA_EXHAUSTED', wechatCode: errcode } })
    await expect(recognize('another')).resolves.toMatchObject({ error: { code: 'QUOTA_EXHAUSTED' } })
    expect(calls).toHaveLength(1)
  })

  test('one person’s share and rate leave the others theirs', async () => {
    const { calls, recognize } = await startWith({ PERSON_DAILY_LIMIT: '1', PERSON_MINUTE_LIMIT: '2' })
    await expect(recognize('a')).resolves.toMatchObject({ ok: true })
    await expect(recognize('a')).resolves.toMatchObject({ error: { code: 'QUOTA_EXHAUSTED', retryable: false } })
    // A minute may end between two requests, and the next one's share is as large.
    let refused = await recognize('a')
    for (let i = 0; i < 2 && !refused.ok && refused.error.code === 'QUOTA_EXHAUSTED'; i += 1)
      refused = await recognize('a')
    expect(refused).toMatchObject({ error: { code: 'RATE_LIMITED', retryable: true } })
    await expect(recognize('b')).resolves.toMatchObject({ ok: true })
    expect(calls).toHaveLength(2)
  })

  test('a call that hangs is given up within the budget', async () => {
    const started = await start({ fault: () => 'hang', budgetMs: 1_500 })
    backEnd = started
    const reply = await started.recognize({ bytes: await anotherPicture() })
    expect(reply).toMatchObject({ ok: false, error: { code: 'TIMEOUT', retryable: true } })
  })
})
