import { runCommand, type CommandContext } from '../command/run'
import { checklist } from './checklist'
import { setupCommand, type SetupValues } from './command'
import type { Account } from './account'
import { askForAccount, type Person } from './questions'
import { type Files, writeDown } from './write'

export interface SetupContext extends CommandContext {
  /** Only on a terminal. */
  readonly person?: Person
  readonly files: Files
}

function givenAccount({ appid, key, env: environment, server }: SetupValues): Account | undefined {
  if (appid === undefined || key === undefined) return undefined
  return {
    appid,
    keyFile: key,
    ...(environment !== undefined && { environment }),
    ...(server !== undefined && { server }),
  }
}

/** @returns the exit code */
export const run = (argv: readonly string[], context: SetupContext): Promise<number> =>
  runCommand(setupCommand(context.person !== undefined), argv, context, async ({ values }) => {
    const { env, person, files, out } = context
    const account = person ? await askForAccount(values, env, person) : givenAccount(values)
    if (account === undefined) throw new Error('the account is incomplete')
    writeDown(account, files)
    out(`\nSaved ${account.appid} to .env.local and project.private.config.json. Git ignores both.\n\n`)
    out(checklist(account))
    return 0
  })
