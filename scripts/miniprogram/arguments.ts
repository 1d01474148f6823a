import { parseArgs } from 'node:util'
import { type Account, ACCOUNT_HELP, ACCOUNT_OPTIONS, readAccount } from './account'

export type Command = 'preview' | 'upload'

export interface PublishArguments extends Account {
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
  ...ACCOUNT_OPTIONS,
  version: { type: 'string', default: '0.1.0' },
  desc: { type: 'string', default: '' },
  robot: { type: 'string', default: '1' },
  help: { type: 'boolean', default: false },
} as const

export const help = (command: Command): string => `Usage: npm run ${command} -- --appid APPID --key FILE \
[--version 1.2.3] [--desc TEXT] [--robot 1..30]

${ACCOUNT_HELP}

Runs the checks, builds npm and hands the mini program to WeChat, through HTTPS_PROXY if that is set.`

/** Reads the command line, then the environment. Says everything that is missing, not the first thing alone. */
export function parsePublishArguments(argv: readonly string[], env: NodeJS.ProcessEnv): Parsed {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS })
  if (values.help) return { kind: 'help' }
  const { appid, keyFile, problems: wrong } = readAccount(values, env)
  const robot = Number(values.robot)
  const problems = [
    ...wrong,
    ...(Number.isInteger(robot) && robot >= 1 && robot <= 30 ? [] : [`not a robot of 1..30: ${values.robot}`]),
  ]
  if (problems.length > 0) return { kind: 'missing', problems }
  return {
    kind: 'publish',
    arguments: { appid, keyFile, robot, version: values.version, description: values.desc },
  }
}
