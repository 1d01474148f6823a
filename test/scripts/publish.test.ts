import { explainFailure } from '../../scripts/miniprogram/failures'
import { parsePublishArguments } from '../../scripts/miniprogram/arguments'

const APPID = 'wx0123456789abcdef'
const KEY_FILE = __filename

test('says everything that is missing at once', () => {
  const parsed = parsePublishArguments([], {})
  expect(parsed).toEqual({
    kind: 'missing',
    problems: [expect.stringContaining('appid'), expect.stringContaining('key file')],
  })
})

test('takes the environment where the command line is silent', () => {
  expect(parsePublishArguments(['--robot', '3'], { WECHAT_APPID: APPID, WECHAT_PRIVATE_KEY_PATH: KEY_FILE })).toEqual({
    kind: 'publish',
    arguments: { appid: APPID, keyFile: KEY_FILE, version: '0.1.0', description: '', robot: 3 },
  })
})

test.each([
  [['--appid', 'wxnope', '--key', KEY_FILE], 'not an appid'],
  [['--appid', APPID, '--key', '/no/such.key'], 'no such key file'],
  [['--appid', APPID, '--key', KEY_FILE, '--robot', '31'], 'not a robot'],
])('refuses %j', (argv, problem) => {
  expect(parsePublishArguments(argv, {})).toEqual({ kind: 'missing', problems: [expect.stringContaining(problem)] })
})

test('puts the errors of miniprogram-ci into words', () => {
  expect(explainFailure({ code: 20001, message: 'getaddrinfo ENOTFOUND' })).toContain('cannot be reached')
  expect(explainFailure(new Error('{"errCode":-10008,"errMsg":"invalid ip: 1.2.3.4"}'))).toContain('IP白名单')
  expect(explainFailure(new Error('something new'))).toBe('something new')
})
