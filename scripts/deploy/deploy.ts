import { runChild } from '../process/child'
import { CommandError } from '../command/errors'
import type { CommandContext } from '../command/run'
import { createProgress, type Progress } from '../process/progress'
import type { DeployValues } from './command'
import { makeDatabase, type MadeCollection } from './database'
import type { DeployTask, UploadedFunction } from './task'
import { declarePermissions } from './permissions'
import { ApiError, openApi } from './wechat-api'

const BY_HAND =
  'Upload vehicleLicense once with WeChat DevTools (上传并部署：云端安装依赖), which declares its permission.'
const NO_SECRET =
  'No WECHAT_SECRET: the function creates its collections on first use, but not their indexes, without which sweep ' +
  'slows down as they grow.'

interface Deployed {
  readonly environment: string
  readonly functions: readonly UploadedFunction[]
  readonly collections: readonly MadeCollection[]
  readonly isPermissionDeclared: boolean
  /** What is left to do by hand. */
  readonly left: readonly string[]
}

type ConsoleSetup = Pick<Deployed, 'collections' | 'isPermissionDeclared' | 'left'>

/** Sets up what miniprogram-ci cannot. @throws CommandError */
async function setUp({ appid, env }: DeployValues, secret: string, baseUrl: string | undefined): Promise<ConsoleSetup> {
  try {
    const call = await openApi(appid, secret, baseUrl)
    const collections = await makeDatabase(call, env)
    try {
      await declarePermissions(call, env)
      return { collections, isPermissionDeclared: true, left: [] }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const left = [`Could not declare the permission of vehicleLicense: ${error.message}`, BY_HAND]
      return { collections, isPermissionDeclared: false, left }
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    throw new CommandError('The functions are deployed, but the database is not set up.', 'DATABASE', error.message)
  }
}

function describe({ functions, collections, isPermissionDeclared, left }: Deployed): string {
  const timers = functions.filter(({ timer }) => timer !== undefined)
  return [
    ...functions.map(({ name }) => `Uploaded ${name}.`),
    ...timers.map(({ name, timer }) =>
      timer === 'set'
        ? `Set the timer of ${name}.`
        : `Could not set the timer of ${name}; it may exist already. See 云开发 > 云函数 > ${name} > 触发器.`,
    ),
    ...collections.map(
      ({ name, isNew, indexes }) =>
        `${isNew ? 'Created' : 'Found'} the collection ${name}, indexes: ${indexes.join(', ') || 'none'}.`,
    ),
    ...(isPermissionDeclared ? ['Declared the permission of vehicleLicense.'] : []),
    ...left,
  ]
    .map((line) => `${line}\n`)
    .join('')
}

async function uploadFunctions(task: DeployTask, progress: Progress): Promise<readonly UploadedFunction[]> {
  const outcome = await runChild<readonly UploadedFunction[]>('scripts/deploy/deploy-process.ts', task, progress)
  if (outcome.kind === 'failed') throw CommandError.of(outcome.failure)
  return outcome.result
}

/** Deploys the cloud functions, their timer and their database. @throws CommandError that says what to do */
export async function deploy(values: DeployValues, context: CommandContext): Promise<number> {
  const { appid, key: keyFile, env: environment, json } = values
  const { env, out } = context
  const progress = createProgress(context)
  try {
    const functions = await uploadFunctions({ appid, keyFile, environment }, progress)
    const { WECHAT_SECRET: secret, WECHAT_BASE_URL: baseUrl } = env
    if (secret) progress.step('Creating the database')
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
