import { randomBytes } from 'node:crypto'
import { ENGINE_KEYS, type EngineKey, engineOf } from '../../recognition/engines'
import type { Limits } from '../../recognition/limits/allowance'
import { type Environment, metadataOf, type Variable, VARIABLES } from './environment'
import { readEnvironment } from './read-environment'

export interface WechatAccount {
  readonly appid: string
  readonly secret: string
  readonly baseUrl: string
}

export interface Address {
  readonly host: string
  readonly port: number
}

/** Configuration of the server and its worker. */
export interface Config {
  readonly host: string
  readonly port: number
  /** Where metrics and API docs are served: with the API, nowhere, or at their own address. */
  readonly operations: 'here' | 'off' | Address
  /** Addresses and ranges of trusted proxies. */
  readonly trustProxy?: string
  /** In the order in which they are tried. */
  readonly engines: readonly EngineKey[]
  /** Pictures that the embedded engine reads at a time; as many as cores and memory allow by default. */
  readonly engineWorkers?: number
  /** Always set with the engine `https`. */
  readonly wechat?: WechatAccount
  readonly redisUrl?: string
  /** At least 32 characters. */
  readonly sessionSecret: string
  /** Whether it was generated for this process. */
  readonly sessionSecretIsRandom: boolean
  /** Secrets by client id, at least 16 characters each. */
  readonly apiClients: ReadonlyMap<string, string>
  readonly limits: Limits
  /** ms for one recognition */
  readonly requestBudgetMs: number
  readonly logLevel: string
  /** bytes of pictures waiting in Redis */
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

const parseEngines = (text: string): readonly EngineKey[] => {
  const names = text.split(',')
  return ENGINE_KEYS.filter((key) => names.includes(key))
}

interface Problem {
  readonly name: Variable
  readonly problem: string
}

const PARTNERS: readonly (readonly [Variable, Variable])[] = [
  ['WECHAT_APPID', 'WECHAT_SECRET'],
  ['WECHAT_SECRET', 'WECHAT_APPID'],
]

/** Conflicts between variables that are valid on their own. */
function findConflicts(environment: Environment): Problem[] {
  const { ENGINE, REDIS_URL, SESSION_SECRET } = environment
  const isMissing = (name: Variable): boolean => environment[name] === undefined
  const required = parseEngines(ENGINE).flatMap((key) => engineOf(key).requires ?? [])
  const clients = parseClients(environment.API_CLIENTS)
  const operations = parseOperations(environment.OPERATIONS)
  const problems: (Problem | false)[] = [
    ...VARIABLES.map(
      (name) =>
        required.includes(name) && isMissing(name) && { name, problem: `is missing: ENGINE=${ENGINE} needs it` },
    ),
    ...PARTNERS.map(
      ([name, partner]) =>
        !required.includes(name) &&
        isMissing(name) &&
        !isMissing(partner) && { name, problem: `is missing: ${partner} is set` },
    ),
    REDIS_URL !== undefined &&
      SESSION_SECRET === undefined && {
        name: 'SESSION_SECRET',
        problem: 'is missing: servers that share REDIS_URL must accept each other’s sessions',
      },
    new Map(clients).size < clients.length && { name: 'API_CLIENTS', problem: 'must name each ID once' },
    typeof operations === 'object' &&
      operations.port > MAX_PORT && { name: 'OPERATIONS', problem: `must have a port from 0 to ${MAX_PORT}` },
  ]
  return problems.filter((problem) => problem !== false)
}

function toConfig(environment: Environment): Config {
  const { WECHAT_APPID: appid, WECHAT_SECRET: secret, REDIS_URL, SESSION_SECRET } = environment
  return {
    host: environment.HOST,
    port: environment.PORT,
    operations: parseOperations(environment.OPERATIONS),
    ...(environment.TRUST_PROXY !== undefined && { trustProxy: environment.TRUST_PROXY }),
    engines: parseEngines(environment.ENGINE),
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

/** Lists every problem with the environment. It quotes no values, because they may be secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(readonly problems: readonly string[]) {
    super(problems.map((problem) => `- ${problem}`).join('\n'))
  }
}

/** @throws ConfigError */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const { environment, invalid } = readEnvironment(env)
  const conflicts = findConflicts(environment).filter(({ name }) => !invalid.includes(name))
  const problems = [
    ...invalid.map((name) => `${name} must be ${metadataOf(name).expects}`),
    ...conflicts.map(({ name, problem }) => `${name} ${problem}`),
  ]
  if (problems.length > 0) throw new ConfigError(problems)
  return toConfig(environment)
}
