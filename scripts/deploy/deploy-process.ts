/**
 * Gives the cloud functions to WeChat. A program of its own, because miniprogram-ci keeps its process alive, prints what
 * it likes and leaves folders in the working directory. Goes through HTTPS_PROXY if set.
 */
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BuiltFunction, buildFunctions } from '../build/functions'
import { reportToParent, type Tell } from '../process/child'
import { ci } from '../miniprogram/ci'
import { explainFailure } from '../miniprogram/failures'
import { createProject } from '../miniprogram/project'
import type { FunctionsOrder, HandedFunction } from './task'
import { stageFunction } from './stage'

type Trigger = Parameters<typeof ci.cloud.createTimeTrigger>[0]['triggersConfig'][number]

/** What `createTimeTrigger` resolves with; anything else is a failure, of which it says nothing. */
const TRIGGER_MADE = '创建定时触发器成功'

async function readTriggers(staged: string): Promise<Trigger[]> {
  const file = join(staged, 'config.json')
  if (!existsSync(file)) return []
  const { triggers = [] } = JSON.parse(await readFile(file, 'utf8')) as { triggers?: Trigger[] }
  return triggers
}

async function handOver(order: FunctionsOrder, { step }: Tell): Promise<readonly HandedFunction[]> {
  if (process.env.HTTPS_PROXY) ci.proxy(process.env.HTTPS_PROXY)
  const { appid, keyFile, environment: env } = order
  const folder = join(process.cwd(), 'functions')
  await mkdir(folder)
  const project = createProject(folder, { appid, privateKeyPath: keyFile })

  async function upload(built: BuiltFunction): Promise<HandedFunction> {
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
  const handed: HandedFunction[] = []
  for (const built of await buildFunctions()) handed.push(await upload(built))
  return handed
}

await reportToParent((order, tell) => handOver(JSON.parse(order) as FunctionsOrder, tell), explainFailure)
