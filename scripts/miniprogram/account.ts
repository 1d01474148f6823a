import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** Who hands something to WeChat. */
export interface Account {
  readonly appid: string
  /** absolute path */
  readonly keyFile: string
}

export const ACCOUNT_OPTIONS = { appid: { type: 'string' }, key: { type: 'string' } } as const

export const ACCOUNT_HELP = `  --appid  the mini program's appid, or WECHAT_APPID
           (mp.weixin.qq.com > 开发管理 > 开发设置 > 开发者ID)
  --key    the key file for code upload, or WECHAT_PRIVATE_KEY_PATH
           (mp.weixin.qq.com > 开发管理 > 开发设置 > 小程序代码上传 > 生成;
           allow this machine's IP address there as well)`

interface Given {
  readonly appid?: string | undefined
  readonly key?: string | undefined
}

/** Takes an account from the command line, then from the environment, and says all that is wrong with it. */
export function readAccount(given: Given, env: NodeJS.ProcessEnv): Account & { readonly problems: readonly string[] } {
  const appid = given.appid ?? env.WECHAT_APPID ?? ''
  const keyFile = given.key ?? env.WECHAT_PRIVATE_KEY_PATH ?? ''
  const problems = [
    ...(appid === '' ? ['no appid: give --appid, or set WECHAT_APPID'] : []),
    ...(appid !== '' && !/^wx[0-9a-f]{16}$/.test(appid) ? [`not an appid (wx and 16 hex digits): ${appid}`] : []),
    ...(keyFile === '' ? ['no key file: give --key, or set WECHAT_PRIVATE_KEY_PATH'] : []),
    ...(keyFile !== '' && !existsSync(keyFile) ? [`no such key file: ${keyFile}`] : []),
  ]
  return { appid, keyFile: resolve(keyFile), problems }
}
