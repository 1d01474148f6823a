import { type Static, Type } from 'typebox'
import { ENGINE_KEYS } from '../../recognition/engines'
import { DEFAULT_LIMITS } from '../../recognition/limits/allowance'
import { HTTPS_HOST } from '../../recognition/wechat/api'

interface Metadata {
  readonly description: string
  /** Completes `NAME must be …`. */
  readonly expects: string
  readonly default?: string | number
}

const MAX_COUNT = 1_000_000

/** Every selection of engines, in the order in which they are tried: `https`, `embedded`, `https,embedded`. */
const ENGINE_SELECTIONS = ENGINE_KEYS.reduce<string[]>(
  (selections, key) => [...selections, key, ...selections.map((others) => `${others},${key}`)],
  [],
)

const text = (metadata: Metadata, pattern: string) => Type.Optional(Type.String({ ...metadata, pattern }))
const count = (description: string, fallback: number, minimum: number, maximum: number) =>
  Type.Integer({
    description,
    expects: `a whole number from ${minimum} to ${maximum}`,
    default: fallback,
    minimum,
    maximum,
  })
const oneOf = (allowed: readonly string[], metadata: Metadata) =>
  Type.Unsafe<string>(
    Type.Union(
      allowed.map((value) => Type.Literal(value)),
      { ...metadata },
    ),
  )

/** Every environment variable of the server and its worker. */
export const ENVIRONMENT = Type.Object({
  PORT: count('Port to listen on; 0 for a free one', 8080, 0, 65_535),
  HOST: Type.String({
    description: 'Address to listen on; 0.0.0.0 for all interfaces',
    expects: 'an address or a host name',
    pattern: '^[\\w.:-]+$',
    default: '127.0.0.1',
  }),
  OPERATIONS: Type.String({
    description:
      'Where /metrics and /docs are served: with the API, nowhere, or at their own address together with /healthz and /readyz; a worker serves them only there',
    expects: '"here", "off" or HOST:PORT, with IPv6 in brackets and port 0 for a free one',
    pattern: '^(here|off|([\\w.-]+|\\[[\\da-fA-F:.]+\\]):\\d{1,5})$',
    default: 'here',
  }),
  TRUST_PROXY: text(
    {
      description: 'Proxies whose X-Forwarded-For is trusted, such as "loopback,uniquelocal"',
      expects: 'comma-separated addresses and ranges',
    },
    '^[\\w.:/, ]+$',
  ),
  ENGINE: oneOf(ENGINE_SELECTIONS, {
    description: 'Engines that read the pictures, tried in order: https is WeChat’s OCR, embedded the built-in one',
    expects: new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(ENGINE_SELECTIONS.map((one) => `"${one}"`)),
    default: 'embedded',
  }),
  ENGINE_WORKERS: count(
    'Pictures that the engine "embedded" reads at a time, each in a thread of about 500 MB; 0: as many as cores and memory allow',
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
    description: 'Base URL of WeChat’s API',
    expects: 'a URL that begins with http:// or https://',
    pattern: '^https?://[^\\s/?#]+/?$',
    default: HTTPS_HOST,
  }),
  REDIS_URL: text(
    {
      description: 'Redis that servers and workers share; without it, a single server and no batches',
      expects: 'a URL that begins with redis:// or rediss://',
    },
    '^rediss?://\\S+$',
  ),
  SESSION_SECRET: Type.Optional(
    Type.String({
      description: 'Signs sessions and access tokens; the same for all servers, required with REDIS_URL',
      expects: 'at least 32 characters',
      minLength: 32,
    }),
  ),
  API_CLIENTS: text(
    {
      description: 'WeChat clients that may call /cv/ocr/driving: ID:SECRET, comma-separated',
      expects: 'one or more ID:SECRET, comma-separated, each ID once, each SECRET of at least 16 characters',
    },
    '^[\\w-]+:[^\\s:,]{16,}(,[\\w-]+:[^\\s:,]{16,})*$',
  ),
  DAILY_LIMIT: count('Calls of WeChat’s OCR a day (Asia/Shanghai)', DEFAULT_LIMITS.perDay, 0, MAX_COUNT),
  PERSON_DAILY_LIMIT: count('Calls of WeChat’s OCR a day for one person', DEFAULT_LIMITS.perPersonAndDay, 0, MAX_COUNT),
  PERSON_MINUTE_LIMIT: count('Requests of one person a minute', DEFAULT_LIMITS.perPersonAndMinute, 0, MAX_COUNT),
  REQUEST_BUDGET_MS: count('Time limit for a recognition, in ms', 20_000, 1_000, 120_000),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    description: 'Verbosity of the log, JSON on standard output',
    expects: 'fatal, error, warn, info, debug, trace or silent',
    default: 'info',
  }),
  BATCH_MAX_BYTES: count('Maximum bytes of pictures waiting in Redis', 512 * 2 ** 20, 2_000_000, 2 ** 40),
  BATCH_RESULT_TTL_S: count('Seconds for which a batch’s results are kept', 3_600, 60, 604_800),
  WORKER_CONCURRENCY: count('Pictures that a worker reads at a time', 4, 1, 256),
})

export type Environment = Static<typeof ENVIRONMENT>
export type Variable = keyof Environment

export const VARIABLES = Object.keys(ENVIRONMENT.properties) as readonly Variable[]

export const metadataOf = (name: Variable): Metadata => ENVIRONMENT.properties[name] as unknown as Metadata
