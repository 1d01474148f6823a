import { picture, RECOGNITION } from '../pictures'
import { type Answer, embedded, recognizerOf, REPLY, wechatThatAnswers } from './setup'

describe('quota', () => {
  test('is given back for a call that never reached WeChat', async () => {
    const wechat = wechatThatAnswers({ errcode: 40164 }, REPLY)
    const { recognize } = recognizerOf([wechat.engine])
    await expect(recognize()).resolves.toMatchObject({ error: { code: 'NOT_AUTHORIZED' } })
    await expect(recognize()).resolves.toMatchObject({ quota: { used: 1, person: { used: 1 } } })
  })

  test.each([45009, 101003])('is closed for the day by %i', async (errcode) => {
    const wechat = wechatThatAnswers({ errcode })
    const { recognize } = recognizerOf([wechat.engine])
    await recognize()
    await expect(recognize({ person: 'another' })).resolves.toMatchObject({ error: { code: 'QUOTA_EXHAUSTED' } })
    expect(wechat.sent).toHaveLength(1)
  })

  test('200 at once on a quota of 100 make 100 calls', async () => {
    const wechat = wechatThatAnswers(REPLY)
    const { recognize } = recognizerOf([wechat.engine])
    const bytes = await picture('jpeg')
    const replies = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        recognize({ person: `person ${i}`, load: () => Promise.resolve({ bytes }) }),
      ),
    )
    expect(wechat.sent).toHaveLength(100)
    expect(replies.filter(({ ok }) => ok)).toHaveLength(100)
    expect(replies.filter((reply) => !reply.ok && reply.error.code === 'QUOTA_EXHAUSTED')).toHaveLength(100)
  })

  test('a person who asks too often is told to wait, an API client is not', async () => {
    const limits = { perDay: 9, perPersonAndDay: 0, perPersonAndMinute: 1 }
    const { recognize } = recognizerOf([wechatThatAnswers(REPLY).engine], { limits })
    await expect(recognize()).resolves.toMatchObject({ error: { code: 'QUOTA_EXHAUSTED' } })
    await expect(recognize()).resolves.toMatchObject({ error: { code: 'RATE_LIMITED', retryable: true } })
    for (const idempotencyKey of ['a', 'b', 'c']) {
      await expect(recognize({ isApiClient: true, idempotencyKey })).resolves.toMatchObject({ ok: true })
    }
  })
})

describe('falls back to the embedded engine', () => {
  test.each<[string, Answer]>([
    ['the quota is used up', { errcode: 45009 }],
    ['WeChat is busy', { errcode: -1 }],
    ['the account is not set up', { errcode: 48001 }],
    ['nothing is said', {}],
    ['WeChat hangs', 'hang'],
  ])('when %s', async (_, answer) => {
    const { recognize } = recognizerOf([wechatThatAnswers(answer).engine, embedded])
    const reply = await recognize({ budgetMs: 400 })
    expect(reply).toMatchObject({ ok: true, recognition: RECOGNITION, engine: 'embedded' })
  })

  test('says that no quota is left', async () => {
    const wechat = wechatThatAnswers({ errcode: 101003 })
    const { recognize } = recognizerOf([wechat.engine, embedded])
    await expect(recognize()).resolves.toMatchObject({ engine: 'embedded', quota: { used: 100, limit: 100 } })
  })

  test('not when it is the picture’s fault', async () => {
    const wechat = wechatThatAnswers({ errcode: 101001 })
    const { recognize } = recognizerOf([wechat.engine, embedded])
    await expect(recognize()).resolves.toMatchObject({ error: { code: 'NOT_A_LICENSE' } })
  })

  test('WebP, which WeChat does not read, goes to it at once', async () => {
    const wechat = wechatThatAnswers(REPLY)
    const { recognize } = recognizerOf([wechat.engine, embedded])
    const webp = { load: async () => ({ bytes: await picture('webp') }) }
    await expect(recognize(webp)).resolves.toMatchObject({ ok: true, engine: 'embedded' })
    expect(wechat.sent).toHaveLength(0)
    await expect(recognizerOf([wechat.engine]).recognize(webp)).resolves.toMatchObject({
      error: { code: 'IMAGE_UNREADABLE' },
    })
  })
})
