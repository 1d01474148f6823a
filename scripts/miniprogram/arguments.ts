import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export type Command = 'preview' | 'upload'

export interface PublishArguments {
  readonly appid: string
  /** absolute path */
  readonly keyFile: string
  readonly version: string
  readonly description: string
  /** 1..30: which of WeChat's CI robots is shown as the uploader. */
  readonly robot: number
}

export type Parsed =
  | { readonly kind: 'publish'; readonly arguments: PublishArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'missing'; readonly problems: readonly string[] }

const OPTIONS = {
  appid: { type: 'string' },
  key: { type: 'string' },
  version: { type: 'string', default: '0.1.0' },
  desc: { type: 'string', default: '' },
  robot: { type: 'string', default: '1' },
  help: { type: 'boolean', default: false },
} as const

export const help = (command: Command): string => `Usage: npm run ${command} -- --appid APPID --key FILE \
[--version 1.2.3] [--desc TEXT] [--robot 1..30]

  --appid  the mini program's appid, or WECHAT_APPID
           (mp.weixin.qq.com > 开发管理 > 开发设置 > 开发者ID)
  --key    the key file for code upload, or WECHAT_PRIVATE_KEY_PATH
           (mp.weixin.qq.com > 开发管理 > 开发设置 > 小程序代码上传 > 生成;
           allow this machine's IP address there as well)

Runs the checks, builds npm and hands the mini program to WeChat, through HTTPS_PROXY if that is set.`

/** Reads the command line, then the environment. Says everything that is missing, not the first thing alone. */
export function parsePublishArguments(argv: readonly string[], env: NodeJS.ProcessEnv): Parsed {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS })
  if (values.help) return { kind: 'help' }
  const appid = values.appid ?? env.WECHAT_APPID ?? ''
  const keyFile = values.key ?? env.WECHAT_PRIVATE_KEY_PATH ?? ''
  const robot = Number(values.robot)
  const problems = [
    ...(appid === '' ? ['no appid: give --appid, or set WECHAT_APPID'] : []),
    ...(appid !== '' && !/^wx[0-9a-f]{16}$/.test(appid) ? [`not an appid (wx and 16 hex digits): ${appid}`] : []),
    ...(keyFile === '' ? ['no key file: give --key, or set WECHAT_PRIVATE_KEY_PATH'] : []),
    ...(keyFile !== '' && !existsSync(keyFile) ? [`no such key file: ${keyFile}`] : []),
    ...(Number.isInteger(robot) && robot >= 1 && robot <= 30 ? [] : [`not a robot of 1..30: ${values.robot}`]),
  ]
  if (problems.length > 0) return { kind: 'missing', problems }
  return {
    kind: 'publish',
    arguments: { appid, keyFile: resolve(keyFile), robot, version: values.version, description: values.desc },
  }
}
