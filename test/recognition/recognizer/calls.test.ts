import { type ErrorCode, RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { WechatInput } from '../../../recognition/wechat/wire'
import { picture } from '../pictures'
import { embedded, READ, recognizerOf, REPLY, RETRY, wechatThatAnswers } from './setup'

const withUrl = {
  load: async () => ({ bytes: await picture('jpeg'), url: () => Promise.resolve('https://a.b/c') }),
}

test('reads with WeChat, tells the quota and logs one line without anything personal', async () => {
  const { recognize, lines } = recognizerOf([wechatThatAnswers(REPLY).engine])
  const quota = { used: 1, limit: 100, person: { used: 1, limit: 20 } }
  await expect(recognize()).resolves.toEqual({ ok: true, recognition: READ, engine: 'wechat', quota })
  const { byteLength: bytes } = await picture('jpeg')
  const ms = expect.any(Number) as number
  expect(lines).toEqual([{ ok: true, ms, bytes, engine: 'wechat', quota, replayed: false, person: 'somebody' }])
})

test.each<[string, () => Promise<Buffer>, ErrorCode]>([
  ['text', () => Promise.resolve(Buffer.from('hello')), 'IMAGE_UNREADABLE'],
  ['a thumbnail', () => picture('jpeg', 80, 60), 'IMAGE_TOO_SMALL'],
  ['what cannot be fetched', () => Promise.reject(new RecognitionError('NOT_FOUND')), 'NOT_FOUND'],
])('%s costs no call', async (_, bytes, code) => {
  const wechat = wechatThatAnswers(REPLY)
  const { recognize } = recognizerOf([wechat.engine])
  const reply = await recognize({ load: async () => ({ bytes: await bytes() }) })
  expect(reply).toMatchObject({ ok: false, error: { code } })
  expect(wechat.sent).toHaveLength(0)
})

describe('retries', () => {
  const busy = { errcode: -1, errmsg: 'system error' }

  test('what passes is tried again, and every call is counted', async () => {
    const wechat = wechatThatAnswers(busy, busy, REPLY)
    const { recognize } = recognizerOf([wechat.engine])
    await expect(recognize()).resolves.toMatchObject({ ok: true, quota: { used: 3 } })
  })

  test('is told after the last attempt', async () => {
    const wechat = wechatThatAnswers(busy)
    const { recognize, lines } = recognizerOf([wechat.engine])
    await expect(recognize()).resolves.toMatchObject({ error: { code: 'ENGINE_BUSY', wechatCode: -1 } })
    expect(wechat.sent).toHaveLength(3)
    expect(lines).toMatchObject([{ ok: false, code: 'ENGINE_BUSY', wechatCode: -1 }])
  })

  test('a call that hangs is given up and repeated', async () => {
    const wechat = wechatThatAnswers('hang', REPLY)
    const { recognize } = recognizerOf([wechat.listed({ retry: { ...RETRY, attemptMs: 50 } })])
    await expect(recognize()).resolves.toMatchObject({ ok: true, quota: { used: 2 } })
  })

  test('nothing goes beyond the budget', async () => {
    const wechat = wechatThatAnswers('hang')
    const { recognize } = recognizerOf([wechat.engine])
    await expect(recognize({ budgetMs: 50 })).resolves.toMatchObject({ error: { code: 'TIMEOUT' } })
    expect(wechat.sent).toHaveLength(1)
  })

  test.each([45009, 45011, 101001, 101003, 41005, 48001, 12345])('%i is not tried again', async (errcode) => {
    const wechat = wechatThatAnswers({ errcode, errmsg: '' })
    const { recognize } = recognizerOf([wechat.engine])
    await expect(recognize()).resolves.toMatchObject({ ok: false, error: { wechatCode: errcode } })
    expect(wechat.sent).toHaveLength(1)
  })

  test('a refused token is renewed once, and costs no quota', async () => {
    const wechat = wechatThatAnswers({ errcode: 42001 }, REPLY)
    const { recognize } = recognizerOf([wechat.engine])
    await expect(recognize()).resolves.toMatchObject({ ok: true, quota: { used: 1 } })
    expect(wechat.renewals()).toBe(1)
  })

  test('a token refused for good is told', async () => {
    const wechat = wechatThatAnswers({ errcode: 40001 })
    const { recognize } = recognizerOf([wechat.engine])
    await expect(recognize()).resolves.toMatchObject({ error: { code: 'NOT_AUTHORIZED', wechatCode: 40001 } })
    expect([wechat.sent.length, wechat.renewals()]).toEqual([2, 1])
  })
})

describe('ways of sending', () => {
  const ways = (sent: readonly WechatInput[]) => sent.map((input) => ('img' in input ? 'bytes' : 'url'))

  test.each([101000, 101002])('after %i it is sent the other way, once', async (errcode) => {
    for (const urlFirst of [false, true]) {
      const wechat = wechatThatAnswers({ errcode }, REPLY)
      const { recognize } = recognizerOf([wechat.listed({ urlFirst })])
      await expect(recognize(withUrl)).resolves.toMatchObject({ ok: true })
      expect(ways(wechat.sent)).toEqual(urlFirst ? ['url', 'bytes'] : ['bytes', 'url'])
    }
  })

  test('where neither way helps, what was said of the bytes counts', async () => {
    const wechat = wechatThatAnswers({ errcode: 101002 }, { errcode: 101000 })
    const { recognize } = recognizerOf([wechat.engine])
    await expect(recognize(withUrl)).resolves.toMatchObject({ error: { wechatCode: 101002 } })
  })

  test('a picture of which there is an address alone is downloaded by WeChat', async () => {
    const wechat = wechatThatAnswers(REPLY)
    const { recognize } = recognizerOf([wechat.engine])
    const download = jest.fn()
    const address = { load: () => Promise.resolve({ url: () => Promise.resolve('https://a.b/c'), download }) }
    await expect(recognize(address)).resolves.toMatchObject({ ok: true })
    await expect(recognize(address)).resolves.toMatchObject({ ok: true, quota: { used: 2 } })
    expect(ways(wechat.sent)).toEqual(['url', 'url'])
    expect(download).not.toHaveBeenCalled()
  })

  test('and by us for the embedded engine alone', async () => {
    const { recognize } = recognizerOf([embedded])
    const download = () => picture('webp')
    const address = { load: () => Promise.resolve({ url: () => Promise.reject(new Error()), download }) }
    await expect(recognize(address)).resolves.toMatchObject({ ok: true, engine: 'embedded' })
  })
})
