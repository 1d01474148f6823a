/**
 * Uploads the cloud functions. Runs in a child process, because miniprogram-ci keeps its process alive, prints at will
 * and leaves folders in the working directory. Uses HTTPS_PROXY if set.
 */
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BuiltFunction, buildFunctions } from '../build/functions'
import { reportToParent, type Reporter } from '../process/child'
import { ci } from '../miniprogram/ci'
import { explainFailure } from '../miniprogram/failures'
import { createProject } from '../miniprogram/project'
import type { DeployTask, UploadedFunction } from './task'
import { stageFunction } from './stage'

type Trigger = Parameters<typeof ci.cloud.createTimeTrigger>[0]['triggersConfig'][number]

/** `createTimeTrigger` resolves to this, or to something else on failure. */
const TRIGGER_MADE = '创建定时触发器成功'

async function readTriggers(staged: string): Promise<Trigger[]> {
  const file = join(staged, 'config.json')
  if (!existsSync(file)) return []
  const { triggers = [] } = JSON.parse(await readFile(file, 'utf8')) as { triggers?: Trigger[] }
  return triggers
}

async function uploadAll(task: DeployTask, { step }: Reporter): Promise<readonly UploadedFunction[]> {
  if (process.env.HTTPS_PROXY) ci.proxy(process.env.HTTPS_PROXY)
  const { appid, keyFile, environment: env } = task
  const folder = join(process.cwd(), 'functions')
  await mkdir(folder)
  const project = createProject(folder, { appid, privateKeyPath: keyFile })

  async function upload(built: BuiltFunction): Promise<UploadedFunction> {
    const { name } = built
    step(`Uploading ${name}`)
    const staged = await stageFunction(built, folder)
    await ci.cloud.uploadFunction({ project, env, name, path: staged, remoteNpmInstall: true })

    const triggersConfig = await readTriggers(staged)
    if (triggersConfig.length === 0) return { name }
    const made = await ci.cloud.createTimeTrigger({ project, envId: env, functionName: name, triggersConfig })
    return { name, timer: made === TRIGGER_MADE ? 'set' : 'not set' }
  }

  step('Bundling the functions')
  const uploaded: UploadedFunction[] = []
  for (const built of await buildFunctions()) uploaded.push(await upload(built))
  return uploaded
}

await reportToParent((task, reporter) => uploadAll(JSON.parse(task) as DeployTask, reporter), explainFailure)
