import { readFailure } from '../../../recognition/wechat/failures'

const summary = (reply: unknown) => {
  const failure = readFailure(reply)
  return failure && { code: failure.error.code, wechatCode: failure.error.details.wechatCode, ...failure.consequences }
}

const FRESH_TOKEN = { treatment: 'fresh-token', unspent: true }
const RETRY = { treatment: 'retry' }
const OTHER_WAY = { treatment: 'other-input' }

test.each([
  [-1, 'ENGINE_BUSY', RETRY],
  [40001, 'NOT_AUTHORIZED', FRESH_TOKEN],
  [40014, 'NOT_AUTHORIZED', FRESH_TOKEN],
  [42001, 'NOT_AUTHORIZED', FRESH_TOKEN],
  [40013, 'NOT_AUTHORIZED', { unspent: true }],
  [40125, 'NOT_AUTHORIZED', { unspent: true }],
  [40164, 'NOT_AUTHORIZED', { unspent: true }],
  [41005, 'ENGINE_UNAVAILABLE', {}],
  [45001, 'IMAGE_TOO_LARGE', {}],
  [45009, 'QUOTA_EXHAUSTED', { closesDay: true }],
  [45011, 'RATE_LIMITED', {}],
  [48001, 'NOT_AUTHORIZED', { unspent: true }],
  [-604101, 'NOT_AUTHORIZED', { unspent: true }],
  [-501001, 'ENGINE_UNAVAILABLE', RETRY],
  [-501002, 'TIMEOUT', RETRY],
  [101000, 'ENGINE_UNAVAILABLE', OTHER_WAY],
  [101001, 'NOT_A_LICENSE', {}],
  [101002, 'IMAGE_UNREADABLE', OTHER_WAY],
  [101003, 'QUOTA_EXHAUSTED', { closesDay: true }],
  [987654, 'ENGINE_UNAVAILABLE', {}],
])('%i is %s', (errcode, code, consequences) => {
  const expected = { code, wechatCode: errcode, ...consequences }
  expect(summary({ errcode, errmsg: '' })).toEqual(expected)
  expect(summary({ errcode: String(errcode), errmsg: '' })).toEqual(expected)
  expect(summary({ errCode: errcode, errMsg: 'openapi.ocr.vehicleLicense:fail' })).toEqual(expected)
  expect(summary({ errCode: String(errcode) })).toEqual(expected)
})

test.each(['reach max api daily quota limit', 'not enough market quota', '次数已用完'])(
  '101002 that says "%s" is the quota of older documents',
  (errmsg) => {
    expect(summary({ errcode: 101002, errmsg })).toEqual({
      code: 'QUOTA_EXHAUSTED',
      wechatCode: 101002,
      closesDay: true,
    })
  },
)

test('no code, or code 0, is no failure', () => {
  for (const reply of [{}, { errcode: 0 }, { errcode: '0' }, { errCode: 0, errMsg: 'ok' }, undefined, null, 'text']) {
    expect(readFailure(reply)).toBeUndefined()
  }
})

test('a code that is no number is a failure without WeChat’s code', () => {
  expect(summary({ errcode: 'SYS_ERR' })).toEqual({ code: 'ENGINE_UNAVAILABLE', wechatCode: undefined })
})
