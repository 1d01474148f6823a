import { readFailure } from '../../../recognition/wechat/failures'

const summary = (reply: unknown) => {
  const failure = readFailure(reply)
  return failure && { code: failure.error.code, wechatCode: failure.error.details.wechatCode, try: failure.treatment }
}

test.each([
  [-1, 'ENGINE_BUSY', undefined],
  [40001, 'NOT_AUTHORIZED', 'fresh-token'],
  [40014, 'NOT_AUTHORIZED', 'fresh-token'],
  [42001, 'NOT_AUTHORIZED', 'fresh-token'],
  [40164, 'NOT_AUTHORIZED', undefined],
  [41005, 'ENGINE_UNAVAILABLE', undefined],
  [45009, 'QUOTA_EXHAUSTED', undefined],
  [45011, 'RATE_LIMITED', undefined],
  [48001, 'NOT_AUTHORIZED', undefined],
  [-604101, 'NOT_AUTHORIZED', undefined],
  [101000, 'ENGINE_UNAVAILABLE', 'other-way'],
  [101001, 'NOT_A_LICENSE', undefined],
  [101002, 'IMAGE_UNREADABLE', 'other-way'],
  [101003, 'QUOTA_EXHAUSTED', undefined],
  [987654, 'ENGINE_UNAVAILABLE', undefined],
])('%i is %s', (errcode, code, treatment) => {
  const expected = { code, wechatCode: errcode, try: treatment }
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
      try: undefined,
    })
  },
)

test('no code, or code 0, is no failure', () => {
  for (const reply of [{}, { errcode: 0 }, { errcode: '0' }, { errCode: 0, errMsg: 'ok' }, undefined, null, 'text']) {
    expect(readFailure(reply)).toBeUndefined()
  }
})

test('a code that is no number is a failure without WeChat’s code', () => {
  expect(summary({ errcode: 'SYS_ERR' })).toEqual({
    code: 'ENGINE_UNAVAILABLE',
    wechatCode: undefined,
    try: undefined,
  })
})
