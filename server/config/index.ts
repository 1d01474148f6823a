import { randomBytes } from 'node:crypto'
import type { Limits } from '../../recognition/limits/allowance'
import { readEnvironment } from './read-environment'
import { type Environment, type Variable, wordsOf } from './environment'

export interface WechatAccount {
  readonly appid: string
  readonly secret: string
  readonly baseUrl: string
}

export interface Address {
  readonly host: string
  readonly port: number
}

/** How the server and its worker are set up. */
export interface Config {
  readonly host: string
  readonly port: number
  /** Where figures and the API's page are: beside the rest, nowhere, or at an address of their own. */
  readonly operations: 'here' | 'off' | Address
  /** Addresses and ranges of the proxies in front. */
  readonly trustProxy?: string
  readonly engines: { readonly https: boolean; readonly embedded: boolean }
  /** Pictures that the engine `embedded` reads at a time; as many as cores and memory allow unless given. */
  readonly engineWorkers?: number
  /** There wherever the engine `https` is. */
  readonly wechat?: WechatAccount
  readonly redisUrl?: string
  /** At least 32 characters. */
  readonly sessionSecret: string
  /** Whether it was made up for this process alone. */
  readonly sessionSecretIsRandom: boolean
  /** Secrets by client id, each of at least 16 characters. */
  readonly apiClients: ReadonlyMap<string, string>
  readonly limits: Limits
  /** ms for one recognition */
  readonly requestBudgetMs: number
  readonly logLevel: string
  /** bytes of pictures that may wait in Redis */
  readonly batchMaxBytes: number
  /** seconds */
  readonly batchResultTtlS: number
  readonly workerConcurrency: number
}

const MAX_PORT = 65_535

const parseClients = (text = ''): [id: string, secret: string][] =>
  text
    .split(',')
    .filter((pair) => pair !== '')
    .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)])

function parseOperations(text: string): Config['operations'] {
  if (text === 'here' || text === 'off') return text
  const colon = text.lastIndexOf(':')
  return { host: text.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(text.slice(colon + 1)) }
}

interface Contradiction {
  readonly name: Variable
  readonly problem: string
}

/** What is wrong though each variable by itself is right. */
function findContradictions(environment: Environment): Contradiction[] {
  const { ENGINE, WECHAT_APPID: appid, WECHAT_SECRET: secret, REDIS_URL, SESSION_SECRET } = environment
  const needsAccount = ENGINE.includes('https')
  const clients = parseClients(environment.API_CLIENTS)
  const operations = parseOperations(environment.OPERATIONS)
  const contradictions: (Contradiction | false)[] = [
    appid === undefined &&
      (needsAccount || secret !== undefined) && {
        name: 'WECHAT_APPID',
        problem: `is missing: ${needsAccount ? `ENGINE=${ENGINE} needs it` : 'WECHAT_SECRET is set'}`,
      },
    secret === undefined &&
      (needsAccount || appid !== undefined) && {
        name: 'WECHAT_SECRET',
        problem: `is missing: ${needsAccount ? `ENGINE=${ENGINE} needs it` : 'WECHAT_APPID is set'}`,
      },
    REDIS_URL !== undefined &&
      SESSION_SECRET === undefined && {
        name: 'SESSION_SECRET',
        problem: 'is missing: servers that share REDIS_URL must take each other’s sessions',
      },
    new Map(clients).size < clients.length && { name: 'API_CLIENTS', problem: 'must name each ID once' },
    typeof operations === 'object' &&
      operations.port > MAX_PORT && { name: 'OPERATIONS', problem: `must have a port from 0 to ${MAX_PORT}` },
  ]
  return contradictions.filter((contradiction) => contradiction !== false)
}

function toConfig(environment: Environment): Config {
  const { ENGINE, WECHAT_APPID: appid, WECHAT_SECRET: secret, REDIS_URL, SESSION_SECRET } = environment
  return {
    host: environment.HOST,
    port: environment.PORT,
    operations: parseOperations(environment.OPERATIONS),
    ...(environment.TRUST_PROXY !== undefined && { trustProxy: environment.TRUST_PROXY }),
    engines: { https: ENGINE.includes('https'), embedded: ENGINE.includes('embedded') },
    ...(environment.ENGINE_WORKERS > 0 && { engineWorkers: environment.ENGINE_WORKERS }),
    ...(appid !== undefined &&
      secret !== undefined && { wechat: { appid, secret, baseUrl: environment.WECHAT_BASE_URL } }),
    ...(REDIS_URL !== undefined && { redisUrl: REDIS_URL }),
    sessionSecret: SESSION_SECRET ?? randomBytes(32).toString('base64url'),
    sessionSecretIsRandom: SESSION_SECRET === undefined,
    apiClients: new Map(parseClients(environment.API_CLIENTS)),
    limits: {
      perDay: environment.DAILY_LIMIT,
      perPersonAndDay: environment.PERSON_DAILY_LIMIT,
      perPersonAndMinute: environment.PERSON_MINUTE_LIMIT,
    },
    requestBudgetMs: environment.REQUEST_BUDGET_MS,
    logLevel: environment.LOG_LEVEL,
    batchMaxBytes: environment.BATCH_MAX_BYTES,
    batchResultTtlS: environment.BATCH_RESULT_TTL_S,
    workerConcurrency: environment.WORKER_CONCURRENCY,
  }
}

/** Everything that is wrong with the environment, a line for each. No value is repeated: it may be a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(readonly problems: readonly string[]) {
    super(problems.map((problem) => `- ${problem}`).join('\n'))
  }
}

/** @throws ConfigError */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const { environment, wrong } = readEnvironment(env)
  const contradictions = findContradictions(environment).filter(({ name }) => !wrong.includes(name))
  const problems = [
    ...wrong.map((name) => `${name} must be ${wordsOf(name).expects}`),
    ...contradictions.map(({ name, problem }) => `${name} ${problem}`),
  ]
  if (problems.length > 0) throw new ConfigError(problems)
  return toConfig(environment)
}
