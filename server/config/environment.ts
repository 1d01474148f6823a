import { type Static, Type } from 'typebox'

/** What `describe` says of a variable, and `expects` of its value where that is wrong. */
interface Words {
  readonly description: string
  readonly expects: string
}

const DAY_MAX = 1_000_000

const text = (words: Words, pattern = '^.+$') => Type.Optional(Type.String({ ...words, pattern }))
const count = (words: Omit<Words, 'expects'>, usual: number, minimum: number, maximum: number) =>
  Type.Integer({
    ...words,
    expects: `a whole number from ${minimum} to ${maximum}`,
    default: usual,
    minimum,
    maximum,
  })

/** Every environment variable that the server and its worker read: what it is for, what it may be, what it usually is. */
export const ENVIRONMENT = Type.Object({
  PORT: count({ description: 'Port to listen on; 0 for a free one' }, 8080, 0, 65_535),
  HOST: Type.String({
    description: 'Address to listen on; 0.0.0.0 for all of this machine’s',
    expects: 'an address or a host name',
    pattern: '^[\\w.:-]+$',
    default: '127.0.0.1',
  }),
  OPERATIONS: Type.String({
    description:
      'Where /metrics and /docs are: beside the rest, nowhere, or at an address of their own, as /healthz and /readyz then are, too; a worker has any of these only there',
    expects: '"here", "off" or HOST:PORT, with IPv6 in brackets and port 0 for a free one',
    pattern: '^(here|off|([\\w.-]+|\\[[\\da-fA-F:.]+\\]):\\d{1,5})$',
    default: 'here',
  }),
  TRUST_PROXY: text(
    {
      description: 'Proxies in front whose X-Forwarded-For is believed, such as "loopback,uniquelocal"',
      expects: 'addresses and ranges separated by commas',
    },
    '^[\\w.:/, ]+$',
  ),
  ENGINE: Type.Union([Type.Literal('https'), Type.Literal('embedded'), Type.Literal('https,embedded')], {
    description:
      'What reads the pictures: WeChat’s OCR over HTTPS, the one built in, or the latter where WeChat’s cannot',
    expects: '"https", "embedded" or "https,embedded"',
    default: 'embedded',
  }),
  ENGINE_WORKERS: count(
    {
      description:
        'Pictures that the engine "embedded" reads at a time, each in a thread of about 500 MB; 0: as cores and memory allow',
    },
    0,
    0,
    64,
  ),
  WECHAT_APPID: text(
    { description: 'The mini program’s app id; for the engine "https" and for /login', expects: 'an app id' },
    '^\\w+$',
  ),
  WECHAT_SECRET: text(
    { description: 'The mini program’s app secret; for the engine "https" and for /login', expects: 'an app secret' },
    '^\\w+$',
  ),
  WECHAT_BASE_URL: Type.String({
    description: 'Where WeChat’s API is',
    expects: 'an address that begins with http:// or https://',
    pattern: '^https?://[^\\s/?#]+/?$',
    default: 'https://api.weixin.qq.com',
  }),
  REDIS_URL: text(
    {
      description: 'Redis that several servers and workers share; without it, one server by itself and no batches',
      expects: 'an address that begins with redis:// or rediss://',
    },
    '^rediss?://\\S+$',
  ),
  SESSION_SECRET: Type.Optional(
    Type.String({
      description: 'What sessions and access tokens are signed with, the same for all servers; required with REDIS_URL',
      expects: 'at least 32 characters',
      minLength: 32,
    }),
  ),
  API_CLIENTS: text(
    {
      description: 'WeChat clients that may call /cv/ocr/driving: ID:SECRET, separated by commas',
      expects: 'ID:SECRET, or several separated by commas, each ID once, each SECRET of at least 16 characters',
    },
    '^[\\w-]+:[^\\s:,]{16,}(,[\\w-]+:[^\\s:,]{16,})*$',
  ),
  DAILY_LIMIT: count({ description: 'Calls of WeChat’s OCR a day (Asia/Shanghai)' }, 100, 0, DAY_MAX),
  PERSON_DAILY_LIMIT: count({ description: 'Of these, for one person' }, 20, 0, DAY_MAX),
  PERSON_MINUTE_LIMIT: count({ description: 'Requests of one person a minute' }, 10, 0, DAY_MAX),
  REQUEST_BUDGET_MS: count({ description: 'ms that a recognition may take' }, 20_000, 1_000, 120_000),
  LOG_LEVEL: Type.Union(
    ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].map((level) => Type.Literal(level)),
    {
      description: 'How much is logged, as JSON on standard output',
      expects: 'fatal, error, warn, info, debug, trace or silent',
      default: 'info',
    },
  ),
  BATCH_MAX_BYTES: count(
    { description: 'Bytes of pictures that may wait in Redis' },
    512 * 2 ** 20,
    2_000_000,
    2 ** 40,
  ),
  BATCH_RESULT_TTL_S: count({ description: 'Seconds that a batch’s results are kept' }, 3_600, 60, 604_800),
  WORKER_CONCURRENCY: count({ description: 'Pictures that a worker reads at a time' }, 4, 1, 256),
})

export type Environment = Static<typeof ENVIRONMENT>
export type Variable = keyof Environment

export const VARIABLES = Object.keys(ENVIRONMENT.properties) as readonly Variable[]

/** The words of a variable's row. */
export const wordsOf = (name: Variable): Words & { readonly usual?: string | number } => {
  const {
    description,
    expects,
    default: usual,
  } = ENVIRONMENT.properties[name] as unknown as Words & {
    default?: string | number
  }
  return { description, expects, ...(usual !== undefined && { usual }) }
}
