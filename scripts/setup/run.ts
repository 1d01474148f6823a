import { runCommand, type Surroundings } from '../command/run'
import { checklist } from './checklist'
import { setupCommand, type SetupValues } from './command'
import type { Account } from './account'
import { askForAccount, type Person } from './questions'
import { type Files, writeDown } from './write'

export interface SetupSurroundings extends Surroundings {
  /** Where somebody answers. */
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

/** Runs the command and returns its exit code. */
export const run = (argv: readonly string[], surroundings: SetupSurroundings): Promise<number> =>
  runCommand(setupCommand(surroundings.person !== undefined), argv, surroundings, async ({ values }) => {
    const { env, person, files, out } = surroundings
    const account = person ? await askForAccount(values, env, person) : givenAccount(values)
    if (account === undefined) throw new Error('nobody is there to answer')
    writeDown(account, files)
    out(`\nWritten down for ${account.appid}: .env.local, project.private.config.json. Git ignores both.\n\n`)
    out(checklist(account))
    return 0
  })
