import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface DeployArguments {
  readonly appid: string
  /** absolute path */
  readonly keyFile: string
  /** ID of the cloud environment */
  readonly environment: string
}

export type Parsed =
  | { readonly kind: 'deploy'; readonly arguments: DeployArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'missing'; readonly problems: readonly string[] }

const OPTIONS = {
  appid: { type: 'string' },
  key: { type: 'string' },
  env: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

export const HELP = `Usage: npm run deploy -- --appid APPID --key FILE --env ENVIRONMENT

  --appid  the mini program's appid, or WECHAT_APPID
           (mp.weixin.qq.com > 开发管理 > 开发设置 > 开发者ID)
  --key    the key file for code upload, or WECHAT_PRIVATE_KEY_PATH
           (mp.weixin.qq.com > 开发管理 > 开发设置 > 小程序代码上传 > 生成;
           allow this machine's IP address there as well)
  --env    ID of the cloud environment, or WECHAT_CLOUD_ENV
           (WeChat DevTools > 云开发 > 设置 > 环境ID)

  WECHAT_SECRET, only from the environment: the mini program's app secret. With it the database's collections
  and indexes are made as well, and the function's permission is declared.

Bundles the cloud functions, hands them to WeChat's cloud, which installs wx-server-sdk, and sets the timer of the
sweep. Goes through HTTPS_PROXY if that is set.`

/** Reads the command line, then the environment. Says everything that is missing, not the first thing alone. */
export function parseDeployArguments(argv: readonly string[], env: NodeJS.ProcessEnv): Parsed {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS })
  if (values.help) return { kind: 'help' }
  const appid = values.appid ?? env.WECHAT_APPID ?? ''
  const keyFile = values.key ?? env.WECHAT_PRIVATE_KEY_PATH ?? ''
  const environment = values.env ?? env.WECHAT_CLOUD_ENV ?? ''
  const problems = [
    ...(appid === '' ? ['no appid: give --appid, or set WECHAT_APPID'] : []),
    ...(appid !== '' && !/^wx[0-9a-f]{16}$/.test(appid) ? [`not an appid (wx and 16 hex digits): ${appid}`] : []),
    ...(keyFile === '' ? ['no key file: give --key, or set WECHAT_PRIVATE_KEY_PATH'] : []),
    ...(keyFile !== '' && !existsSync(keyFile) ? [`no such key file: ${keyFile}`] : []),
    ...(environment === '' ? ['no cloud environment: give --env, or set WECHAT_CLOUD_ENV'] : []),
  ]
  if (problems.length > 0) return { kind: 'missing', problems }
  return { kind: 'deploy', arguments: { appid, keyFile: resolve(keyFile), environment } }
}
