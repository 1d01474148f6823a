import { mkdirSync } from 'node:fs'
import { ROOT } from '../paths'
import type { PublishArguments } from './arguments'
import { ci } from './ci'
import { createProject, packNpm, SETTING } from './project'

export type Command = 'preview' | 'upload'

/** Gives the mini program to WeChat. Resolves to what to do next; rejects with miniprogram-ci's error. */
export async function handOver(command: Command, { appid, keyFile, ...rest }: PublishArguments): Promise<string> {
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
