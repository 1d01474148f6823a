import { ConfigError, readConfig } from '../../server/config'
import { describeVariables } from '../../server/config/describe'

const SECRET = 'x'.repeat(32)
const CLIENTS_EXPECTED =
  'API_CLIENTS must be one or more ID:SECRET, comma-separated, each ID once, each SECRET of at least 16 characters'

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

test('needs nothing: the embedded engine on loopback, with WeChat’s free quota', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 8080,
    operations: 'here',
    engines: ['embedded'],
    limits: { perDay: 100, perPersonAndDay: 20, perPersonAndMinute: 10 },
    requestBudgetMs: 20_000,
    batchMaxBytes: 512 * 1024 * 1024,
    batchResultTtlS: 3_600,
    sessionSecretIsRandom: true,
  })
  expect(readConfig({}).engineWorkers).toBeUndefined()
  expect(readConfig({}).sessionSecret).not.toBe(readConfig({}).sessionSecret)
})

test('reads what is set, and takes an empty variable as not set', () => {
  const config = readConfig({
    PORT: '80',
    HOST: '0.0.0.0',
    TRUST_PROXY: 'loopback, 10.0.0.0/8',
    ENGINE: 'https,embedded',
    WECHAT_APPID: 'wx1',
    WECHAT_SECRET: 'abc',
    WECHAT_BASE_URL: '',
    REDIS_URL: 'redis://:password@localhost:6379/1',
    SESSION_SECRET: SECRET,
    API_CLIENTS: 'one:secret-of-the-first,two:secret-of-the-second',
    DAILY_LIMIT: '0',
    ENGINE_WORKERS: '3',
  })
  expect(config).toMatchObject({
    host: '0.0.0.0',
    port: 80,
    trustProxy: 'loopback, 10.0.0.0/8',
    engines: ['https', 'embedded'],
    engineWorkers: 3,
    wechat: { appid: 'wx1', secret: 'abc', baseUrl: 'https://api.weixin.qq.com' },
    redisUrl: 'redis://:password@localhost:6379/1',
    sessionSecret: SECRET,
    sessionSecretIsRandom: false,
    limits: { perDay: 0 },
  })
  expect([...config.apiClients]).toEqual([
    ['one', 'secret-of-the-first'],
    ['two', 'secret-of-the-second'],
  ])
})

test('names everything that is wrong at once, and repeats no value', () => {
  const env = { PORT: 'http', ENGINE: 'cloud', REQUEST_BUDGET_MS: '0.5', API_CLIENTS: 'hunter2', REDIS_URL: 'hunter2' }
  const problems = problemsOf({ ...env, SESSION_SECRET: 'hunter2' })
  expect(problems).toEqual([
    'PORT must be a whole number from 0 to 65535',
    'ENGINE must be "https", "embedded" or "https,embedded"',
    'REDIS_URL must be a URL that begins with redis:// or rediss://',
    'SESSION_SECRET must be at least 32 characters',
    CLIENTS_EXPECTED,
    'REQUEST_BUDGET_MS must be a whole number from 1000 to 120000',
  ])
  expect(problems.join()).not.toContain('hunter2')
})

test.each([
  [
    { ENGINE: 'https' },
    ['WECHAT_APPID is missing: ENGINE=https needs it', 'WECHAT_SECRET is missing: ENGINE=https needs it'],
  ],
  [{ WECHAT_APPID: 'wx1' }, ['WECHAT_SECRET is missing: WECHAT_APPID is set']],
  [{ WECHAT_SECRET: 'abc' }, ['WECHAT_APPID is missing: WECHAT_SECRET is set']],
  [
    { REDIS_URL: 'redis://localhost' },
    ['SESSION_SECRET is missing: servers that share REDIS_URL must accept each other’s sessions'],
  ],
  [{ API_CLIENTS: `one:${'a'.repeat(16)},one:${'b'.repeat(16)}` }, ['API_CLIENTS must name each ID once']],
])('says of %j what is missing', (env, problems) => {
  expect(problemsOf(env)).toEqual(problems)
})

test.each([
  ['hunter2hunter2h', false],
  ['hunter2hunter2hu', true],
  ['hunter2hunter2hu,two:hunter2', false],
])('takes one:%s as an API client: %j', (text, isLongEnough) => {
  expect(problemsOf({ API_CLIENTS: `one:${text}` })).toEqual(isLongEnough ? [] : [CLIENTS_EXPECTED])
})

test.each([
  ['here', 'here'],
  ['off', 'off'],
  ['127.0.0.1:9090', { host: '127.0.0.1', port: 9090 }],
  ['localhost:0', { host: 'localhost', port: 0 }],
  ['[::1]:9090', { host: '::1', port: 9090 }],
])('takes OPERATIONS=%s', (text, operations) => {
  expect(readConfig({ OPERATIONS: text }).operations).toEqual(operations)
})

test.each(['there', '9090', ':9090', '127.0.0.1', '::1:9090', 'localhost:123456', 'http://localhost:9090'])(
  'does not take OPERATIONS=%s',
  (text) => {
    const expected = '"here", "off" or HOST:PORT, with IPv6 in brackets and port 0 for a free one'
    expect(problemsOf({ OPERATIONS: text })).toEqual([`OPERATIONS must be ${expected}`])
  },
)

test('a port of OPERATIONS is one', () => {
  expect(problemsOf({ OPERATIONS: 'localhost:65536' })).toEqual(['OPERATIONS must have a port from 0 to 65535'])
})

test('describes each variable with its default', () => {
  expect(describeVariables()).toMatch(/PORT +Port to listen on.*\n.*default: 8080/)
})
