/**
 * Gives the mini program to WeChat: `hand-over.ts preview|upload ARGUMENTS_AS_JSON`. A program of its own, because
 * miniprogram-ci keeps its process alive and leaves folders in the working directory. Goes through HTTPS_PROXY if set.
 */
import { mkdirSync, writeSync } from 'node:fs'
import { ROOT } from '../paths'
import type { Command, PublishArguments } from './arguments'
import { ci } from './ci'
import { explainFailure } from './failures'
import { packNpm } from './pack-npm'
import { createProject, SETTING } from './project'

async function handOver(command: Command, { appid, keyFile, ...rest }: PublishArguments): Promise<string> {
  if (process.env.HTTPS_PROXY) ci.proxy(process.env.HTTPS_PROXY)
  await packNpm()
  const project = createProject({ appid, privateKeyPath: keyFile })
  const options = { project, version: rest.version, desc: rest.description, robot: rest.robot, setting: SETTING }
  if (command === 'upload') {
    await ci.upload(options)
    return 'Uploaded. It is at mp.weixin.qq.com > 版本管理.'
  }
  mkdirSync(`${ROOT}/dist`, { recursive: true })
  await ci.preview({ ...options, qrcodeFormat: 'image', qrcodeOutputDest: `${ROOT}/dist/preview.jpg` })
  return 'Scan dist/preview.jpg with WeChat.'
}

const [command = 'preview', json = '{}'] = process.argv.slice(2)
try {
  const done = await handOver(command as Command, JSON.parse(json) as PublishArguments)
  writeSync(1, `\n${done}\n`)
  process.exit(0)
} catch (error) {
  writeSync(2, `\n${explainFailure(error)}\n`)
  process.exit(1)
}
