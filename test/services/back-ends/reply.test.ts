import { errorOf, readFolder, readReply } from '../../../miniprogram/services/back-ends/reply'
import { RECOGNITION } from '../../recognition/pictures'

const QUAD = RECOGNITION.cards.main
const EVIDENCE = { plateNum: { confidence: 0.9, box: QUAD } }

const codeOf = (reply: unknown): string => {
  try {
    readReply(reply)
    return 'none'
  } catch (error) {
    return (error as { code: string }).code
  }
}

test('reads a valid reply', () => {
  const quota = { used: 3, limit: 100, person: { used: 1, limit: 20 } }
  const recognition = { ...RECOGNITION, evidence: EVIDENCE, warnings: ['GLARE'] }
  expect(readReply({ ok: true, recognition, engine: 'embedded', quota })).toEqual({
    recognition,
    engine: 'embedded',
    quota,
  })
})

test('drops malformed members and reads the rest', () => {
  const license = { plateNum: '京A12345', vin: 5, owner: null, emission: '国六', constructor: 'x' }
  const cards = { main: QUAD, duplicate: [1, 2, 3, 4], back: QUAD }
  const evidence = { plateNum: EVIDENCE.plateNum, vin: { confidence: 7, box: QUAD }, owner: { confidence: 1 } }
  const recognition = { license, cards, evidence, imageSize: { width: 'x', height: 1 }, warnings: ['NEW', 'GLARE'] }
  expect(readReply({ ok: true, recognition, engine: 'another', quota: { used: 'none' } })).toEqual({
    recognition: {
      license: { plateNum: '京A12345' },
      cards: { main: QUAD },
      evidence: EVIDENCE,
      warnings: ['GLARE'],
    },
  })
})

test.each([
  ['nothing', undefined],
  ['text', 'ok'],
  ['a recognition that is a long text', { ok: true, recognition: 'x'.repeat(1_000_000) }],
  ['a recognition that is a list', { ok: true, recognition: [1, 1] }],
  ['a recognition without a license', { ok: true, recognition: { cards: {} } }],
  ['a license that is a list', { ok: true, recognition: { license: ['x'] } }],
  ['an ok that is none', { ok: '12', recognition: RECOGNITION }],
  ['an error without a code', { ok: false, error: {} }],
  ['an error of no list', { ok: false, error: { code: 'constructor' } }],
  ['another one', { ok: false, error: { code: '__proto__' } }],
])('%s is an error of the engine', (_, reply) => {
  expect(codeOf(reply)).toBe('ENGINE_UNAVAILABLE')
})

test('keeps WeChat’s error number if it is one', () => {
  const failed = (wechatCode: unknown) => errorOf({ ok: false, error: { code: 'NOT_AUTHORIZED', wechatCode } })
  expect(failed(48001)).toMatchObject({ code: 'NOT_AUTHORIZED', details: { wechatCode: 48001 } })
  for (const odd of ['48001', 1.5, null, {}]) expect(failed(odd).details).toEqual({})
})

test('reads a folder, or the error', () => {
  expect(readFolder({ ok: true, folder: 'vehicle-license/x' })).toBe('vehicle-license/x')
  for (const reply of [undefined, { ok: true }, { ok: 1, folder: 'x' }]) {
    expect(() => readFolder(reply)).toThrow(expect.objectContaining({ code: 'ENGINE_UNAVAILABLE' }) as Error)
  }
})
