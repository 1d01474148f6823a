import { explainFailure } from '../../scripts/miniprogram/failures'

const failure = (message: string, code?: number) =>
  Object.assign(new Error(message), code === undefined ? {} : { code })

/** Errors as miniprogram-ci throws them: its own code, the cause in the message. */
test.each([
  [failure('Error: getaddrinfo ENOTFOUND servicewechat.com', 20001), 'UNREACHABLE', 'HTTPS_PROXY'],
  [failure('Error: connect ECONNREFUSED 127.0.0.1:1', 20001), 'UNREACHABLE', 'network'],
  [failure('Error: tunneling socket could not be established, statusCode=407', 20001), 'PROXY_REFUSED', 'HTTPS_PROXY'],
  [failure('Error: self-signed certificate in certificate chain', 20001), 'CERTIFICATE_REFUSED', 'NODE_EXTRA_CA_CERTS'],
  [failure('SyntaxError: Unexpected token < in JSON at position 0', 20001), 'NOT_WECHAT', 'log-in'],
  [failure('Error: errCode: 40013; errMsg: invalid appid', 20001), 'APPID_UNKNOWN', '开发者ID'],
  [failure('Error: errCode: -1; errMsg: system error', 20001), 'NOT_SIGNED', 'appid'],
  [failure('generate local signature fail. Detail: Error: bad key', 20002), 'KEY_INVALID', '重置'],
  [
    failure('Error: {"errCode":-10008,"errMsg":"invalid ip: 2408:820c::e6a, reference"}', 20003),
    'IP_NOT_LISTED',
    '2408:820c::e6a,',
  ],
  [failure('Error: {"errCode":-10008}', 20003), 'IP_NOT_LISTED', 'IP白名单'],
  [failure('Error: {"errCode":-10007,"errMsg":"invalid signature"}', 20003), 'KEY_MISMATCH', 'belong'],
  [
    failure('Error: {"errCode":-1,"errMsg":"inner upload fail with errcode: 80082"}', 20003),
    'PLUGIN_NOT_ADDED',
    '插件管理',
  ],
  [failure('Error: {"errCode":45009,"errMsg":"reach max api daily quota limit"}', 20003), 'TOO_OFTEN', 'wait'],
  [failure('Error: {"errCode":-1,"errMsg":"version already exists"}', 20003), 'VERSION_EXISTS', '--version'],
  [failure('Error: {"errCode":-1,"errMsg":"no"}', 20003), 'REFUSED', 'see the reason'],
  [failure('app.json: ["pages"][0] is not there', 10009), 'NOT_COMPILED', 'npm run check'],
  [failure('privateKeyPath should not be empty', 10000), 'CALLED_WRONGLY', 'key file'],
  [failure('ResourceNotFound.Function'), 'FUNCTION_MISSING', 'Node.js 18.15'],
  [failure('something new'), 'UNKNOWN', 'unknown reason'],
])('%s: %s', (error, code, words) => {
  const explained = explainFailure(error)
  expect(explained.code).toBe(code)
  expect(explained.message).toContain(words)
  expect(explained.detail).toContain(error.message)
})
