import { createHash } from 'node:crypto'
import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import { createMemoryAnswers } from '../../../recognition/idempotency/memory-answers'
import { createMemoryCounters } from '../../../recognition/limits/memory-counters'
import type { Request } from '../../../recognition/recognizer'
import { until } from '../../server/until'
import { picture } from '../pictures'
import { recognizerOf, REPLY, wechatThatAnswers } from './setup'

describe('the same picture again', () => {
  test('gets the same answer, and costs one call', async () => {
    const wechat = wechatThatAnswers(REPLY)
    const { recognize, lines } = recognizerOf([wechat.engine])
    const first = await recognize()
    await expect(recognize()).resolves.toEqual(first)
    expect(wechat.sent).toHaveLength(1)
    expect(lines.map(({ replayed }) => replayed)).toEqual([false, true])
  })

  test('also when many ask at once', async () => {
    const wechat = wechatThatAnswers(REPLY)
    const { recognize } = recognizerOf([wechat.engine])
    const replies = await Promise.all(Array.from({ length: 10 }, () => recognize()))
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(wechat.sent).toHaveLength(1)
  })

  test('also when no license is on it', async () => {
    const wechat = wechatThatAnswers({ errcode: 101001 }, REPLY)
    const { recognize } = recognizerOf([wechat.engine])
    const first = await recognize()
    expect(first).toMatchObject({ error: { code: 'NOT_A_LICENSE', wechatCode: 101001 } })
    await expect(recognize()).resolves.toEqual(first)
  })

  test('is read anew after a failure that passes', async () => {
    const wechat = wechatThatAnswers({ errcode: 12345 }, REPLY)
    const { recognize } = recognizerOf([wechat.engine])
    await expect(recognize()).resolves.toMatchObject({ error: { code: 'ENGINE_UNAVAILABLE' } })
    await expect(recognize()).resolves.toMatchObject({ ok: true })
  })

  test.each<[string, Partial<Request>]>([
    ['another person', { person: 'another' }],
    ['another mode', { type: 'scan' }],
    ['another key', { idempotencyKey: 'again' }],
    ['another picture', { load: async () => ({ bytes: await picture('png') }) }],
  ])('from %s is another request', async (_, change) => {
    const wechat = wechatThatAnswers(REPLY)
    const { recognize } = recognizerOf([wechat.engine])
    await recognize()
    await recognize(change)
    expect(wechat.sent).toHaveLength(2)
  })

  test('whoever waits takes over from one that hung up', async () => {
    const wechat = wechatThatAnswers('hang', REPLY)
    const { recognize } = recognizerOf([wechat.engine])
    const first = new AbortController()
    const gone = recognize({ signal: first.signal })
    await until(() => wechat.sent.length === 1)
    const waiting = recognize()
    first.abort(new RecognitionError('CANCELLED'))
    await expect(gone).resolves.toMatchObject({ error: { code: 'CANCELLED' } })
    await expect(waiting).resolves.toMatchObject({ ok: true })
  })

  test('the store sees neither picture nor answer', async () => {
    const answers = createMemoryAnswers()
    const seen: string[] = []
    const { recognize } = recognizerOf([wechatThatAnswers(REPLY).engine], {
      answers: {
        ...answers,
        claim: (key, ...rest) => (seen.push(key), answers.claim(key, ...rest)),
        settle: (key, owner, text, keepMs) => (seen.push(text), answers.settle(key, owner, text, keepMs)),
      },
    })
    await recognize()
    const hash = createHash('sha256').update(await picture('jpeg'))
    expect(seen).toHaveLength(2)
    expect(seen.join()).not.toContain(hash.digest('hex'))
    for (const text of [...seen, Buffer.from(seen[1] ?? '', 'base64').toString()]) expect(text).not.toMatch(/京A12345/)
  })
})

describe('when what is shared is down', () => {
  const down = () => Promise.reject(new Error('down'))

  test.each(['take', 'claim'])('%s: an error that may pass, in the contract’s words', async (name) => {
    const counters = { ...createMemoryCounters(), ...(name === 'take' && { take: down }) }
    const answers = { ...createMemoryAnswers(), ...(name === 'claim' && { claim: down }) }
    const { recognize, lines } = recognizerOf([wechatThatAnswers(REPLY).engine], { counters, answers })
    await expect(recognize()).resolves.toMatchObject({ error: { code: 'ENGINE_UNAVAILABLE', retryable: true } })
    expect(lines[0]?.cause).toMatch(/^Error again\.test\.ts/)
  })

  test('an answer that cannot be kept is given all the same', async () => {
    const answers = { ...createMemoryAnswers(), settle: down }
    const { recognize, lines } = recognizerOf([wechatThatAnswers(REPLY).engine], { answers })
    await expect(recognize()).resolves.toMatchObject({ ok: true })
    expect(lines[0]?.trouble).toMatch(/^Error/)
  })
})
