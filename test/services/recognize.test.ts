import { cloudErrorCode } from '../../miniprogram/services/recognize'

test.each([
  ['the function ran out of time', { errCode: -504003, errMsg: 'cloud.callFunction:fail' }, 'TIMEOUT'],
  ['the function crashed', { errCode: -504002, errMsg: 'cloud.callFunction:fail' }, 'ENGINE_UNAVAILABLE'],
  [
    'the function was not found',
    { errMsg: 'cloud.callFunction:fail Error: errCode: -501000 | not found' },
    'ENGINE_UNAVAILABLE',
  ],
  ['the request timed out', { errMsg: 'uploadFile:fail timeout' }, 'TIMEOUT'],
  ['nothing was reached', { errMsg: 'uploadFile:fail createUploadTask:fail' }, 'NETWORK_UNAVAILABLE'],
  ['who knows', 'a string', 'NETWORK_UNAVAILABLE'],
])('%s', (_, error, code) => {
  expect(cloudErrorCode(error)).toBe(code)
})
