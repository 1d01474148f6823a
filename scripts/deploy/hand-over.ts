/**
 * Gives the cloud functions to WeChat: `hand-over.ts ARGUMENTS_AS_JSON`. A program of its own, because miniprogram-ci
 * keeps its process alive and leaves folders in the working directory. Goes through HTTPS_PROXY if set.
 */
import { existsSync, writeSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BuiltFunction, buildFunctions } from '../build/functions'
import { ci } from '../miniprogram/ci'
import { explainFailure } from '../miniprogram/failures'
import { createProject } from '../miniprogram/project'
import type { DeployArguments } from './arguments'
import { stageFunction } from './stage'

type Trigger = Parameters<typeof ci.cloud.createTimeTrigger>[0]['triggersConfig'][number]

/** What `createTimeTrigger` resolves with; anything else is a failure, of which it says nothing. */
const TRIGGER_MADE = '创建定时触发器成功'

const say = (line: string): void => void writeSync(1, `${line}\n`)

async function readTriggers(staged: string): Promise<Trigger[]> {
  const file = join(staged, 'config.json')
  if (!existsSync(file)) return []
  const { triggers = [] } = JSON.parse(await readFile(file, 'utf8')) as { triggers?: Trigger[] }
  return triggers
}

async function handOver({ appid, keyFile, environment: env }: DeployArguments, folder: string): Promise<void> {
  if (process.env.HTTPS_PROXY) ci.proxy(process.env.HTTPS_PROXY)
  const project = createProject({ appid, privateKeyPath: keyFile })

  async function upload(built: BuiltFunction): Promise<void> {
    const { name } = built
    const staged = await stageFunction(built, folder)
    await ci.cloud.uploadFunction({ project, env, name, path: staged, remoteNpmInstall: true })
    say(`Uploaded ${name}.`)

    const triggersConfig = await readTriggers(staged)
    if (triggersConfig.length === 0) return
    const made = await ci.cloud.createTimeTrigger({ project, envId: env, functionName: name, triggersConfig })
    say(
      made === TRIGGER_MADE
        ? `Set the timer of ${name}.`
        : `The timer of ${name} was not set: it may be there already. See 云开发 > 云函数 > ${name} > 触发器.`,
    )
  }

  for (const built of await buildFunctions()) await upload(built)
}

const [json = '{}'] = process.argv.slice(2)
const folder = await mkdtemp(join(tmpdir(), 'functions-'))
try {
  await handOver(JSON.parse(json) as DeployArguments, folder)
  process.exitCode = 0
} catch (error) {
  writeSync(2, `\n${explainFailure(error)}\n`)
  process.exitCode = 1
}
await rm(folder, { recursive: true, force: true })
process.exit()
