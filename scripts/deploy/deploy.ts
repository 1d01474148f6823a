import { runChild } from '../process/child'
import { CommandError } from '../command/errors'
import type { Surroundings } from '../command/run'
import { createProgress, type Progress } from '../process/progress'
import type { DeployValues } from './command'
import { makeDatabase, type MadeCollection } from './database'
import type { FunctionsOrder, HandedFunction } from './task'
import { declarePermissions } from './permissions'
import { ApiError, openApi } from './wechat-api'

const BY_HAND =
  'Upload vehicleLicense once by WeChat DevTools (上传并部署：云端安装依赖), which declares its permission.'
const NO_SECRET =
  'No WECHAT_SECRET: the function makes its collections itself when it first needs them, but not their indexes, ' +
  'without which the sweep slows down as they grow.'

interface Deployed {
  readonly environment: string
  readonly functions: readonly HandedFunction[]
  readonly collections: readonly MadeCollection[]
  readonly isPermissionDeclared: boolean
  /** What is left to be done by hand. */
  readonly left: readonly string[]
}

type Console = Pick<Deployed, 'collections' | 'isPermissionDeclared' | 'left'>

/** What miniprogram-ci cannot do. @throws CommandError */
async function setUp({ appid, env }: DeployValues, secret: string, baseUrl: string | undefined): Promise<Console> {
  try {
    const call = await openApi(appid, secret, baseUrl)
    const collections = await makeDatabase(call, env)
    try {
      await declarePermissions(call, env)
      return { collections, isPermissionDeclared: true, left: [] }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const left = [`The permission of vehicleLicense was not declared: ${error.message}`, BY_HAND]
      return { collections, isPermissionDeclared: false, left }
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    throw new CommandError('The functions are there, but the database is not set up.', 'DATABASE', error.message)
  }
}

function describe({ functions, collections, isPermissionDeclared, left }: Deployed): string {
  const timers = functions.filter(({ timer }) => timer !== undefined)
  return [
    ...functions.map(({ name }) => `Uploaded ${name}.`),
    ...timers.map(({ name, timer }) =>
      timer === 'set'
        ? `Set the timer of ${name}.`
        : `The timer of ${name} was not set: it may be there already. See 云开发 > 云函数 > ${name} > 触发器.`,
    ),
    ...collections.map(
      ({ name, isNew, indexes }) =>
        `${isNew ? 'Made' : 'Found'} the collection ${name}, indexes: ${indexes.join(', ') || 'none'}.`,
    ),
    ...(isPermissionDeclared ? ['Declared the permission of vehicleLicense.'] : []),
    ...left,
  ]
    .map((line) => `${line}\n`)
    .join('')
}

async function handFunctions(order: FunctionsOrder, progress: Progress): Promise<readonly HandedFunction[]> {
  const outcome = await runChild<readonly HandedFunction[]>('scripts/deploy/deploy-process.ts', order, progress)
  if (outcome.kind === 'failed') throw CommandError.of(outcome.failure)
  return outcome.result
}

/** The cloud functions, their timer and their database, to WeChat's cloud. @throws CommandError that says what to do */
export async function deploy(values: DeployValues, surroundings: Surroundings): Promise<number> {
  const { appid, key: keyFile, env: environment, json } = values
  const { env, out } = surroundings
  const progress = createProgress(surroundings)
  try {
    const functions = await handFunctions({ appid, keyFile, environment }, progress)
    const { WECHAT_SECRET: secret, WECHAT_BASE_URL: baseUrl } = env
    if (secret) progress.step('Making the database')
    const rest = secret
      ? await setUp(values, secret, baseUrl)
      : { collections: [], isPermissionDeclared: false, left: [NO_SECRET, BY_HAND] }
    const deployed: Deployed = { environment, functions, ...rest }
    progress.end()
    out(json ? `${JSON.stringify({ ok: true, ...deployed })}\n` : describe(deployed))
    return 0
  } finally {
    progress.end()
  }
}
