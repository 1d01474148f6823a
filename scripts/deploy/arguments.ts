import { parseArgs } from 'node:util'
import { type Account, ACCOUNT_HELP, ACCOUNT_OPTIONS, readAccount } from '../miniprogram/account'

export interface DeployArguments extends Account {
  /** ID of the cloud environment */
  readonly environment: string
}

export type Parsed =
  | { readonly kind: 'deploy'; readonly arguments: DeployArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'missing'; readonly problems: readonly string[] }

const OPTIONS = {
  ...ACCOUNT_OPTIONS,
  env: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

export const HELP = `Usage: npm run deploy -- --appid APPID --key FILE --env ENVIRONMENT

${ACCOUNT_HELP}
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
  const { appid, keyFile, problems: wrong } = readAccount(values, env)
  const environment = values.env ?? env.WECHAT_CLOUD_ENV ?? ''
  const problems = [
    ...wrong,
    ...(environment === '' ? ['no cloud environment: give --env, or set WECHAT_CLOUD_ENV'] : []),
  ]
  if (problems.length > 0) return { kind: 'missing', problems }
  return { kind: 'deploy', arguments: { appid, keyFile, environment } }
}
