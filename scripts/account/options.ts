import { type Kind, text } from '../command/kinds'
import { option } from '../command/options'
import { KEY_FILE } from './key-file'

export const APPID: Kind<string> = {
  label: 'APPID',
  expects: 'an appid (wx and 16 hex digits)',
  parse: (given) => (/^wx[0-9a-f]{16}$/.test(given) ? given : undefined),
}

export const ENVIRONMENT_ID: Kind<string> = {
  ...text('ENVIRONMENT'),
  expects: 'the ID of a cloud environment (letters, digits and hyphens)',
  parse: (given) => (/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(given) ? given : undefined),
}

/** Environment variables of the account; `npm run setup` saves them. */
export const VARIABLES = {
  appid: 'WECHAT_APPID',
  key: 'WECHAT_PRIVATE_KEY_PATH',
  environment: 'WECHAT_CLOUD_ENV',
  server: 'SERVER_URL',
} as const

export const HELP = {
  appid: 'the mini program’s appid: mp.weixin.qq.com > 开发管理 > 开发设置 > 开发者ID',
  key:
    'the code upload key: mp.weixin.qq.com > 开发管理 > 开发设置 > 小程序代码上传 > 生成; whitelist this machine’s ' +
    'IP address there too (IP白名单)',
  environment: 'ID of the cloud environment: WeChat DevTools > 云开发 > 设置 > 环境ID',
} as const

/** Options of every command that uploads to WeChat. */
export const ACCOUNT = {
  appid: option(APPID, HELP.appid, { variable: VARIABLES.appid, isRequired: true }),
  key: option(KEY_FILE, HELP.key, { variable: VARIABLES.key, isRequired: true }),
} as const
