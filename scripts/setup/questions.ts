import { APPID, ENVIRONMENT_ID, HELP, VARIABLES } from '../account/options'
import { KEY_FILE } from '../account/key-file'
import { UsageError } from '../command/errors'
import { type Kind, parseAs } from '../command/kinds'
import type { Environment } from '../command/read'
import type { Account, BackEnd } from './account'
import { SERVER, type SetupValues } from './command'

export interface Person {
  readonly ask: (question: string) => Promise<string>
  readonly tell: (text: string) => void
}

const BACK_END =
  `${HELP.environment}. Or the https:// URL of your own companion server. ` + 'Empty: the account’s default environment'

/** Asks until the answer is valid. An empty answer means `fallback`. */
async function askFor<T>(kind: Kind<T>, name: string, help: string, fallback: string, person: Person): Promise<T> {
  for (;;) {
    const answer = await person.ask(`\n${help}\n${name}${fallback === '' ? '' : ` [${fallback}]`}: `)
    try {
      return parseAs(kind, name, answer.trim() || fallback)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      person.tell(`${error.message}\n`)
    }
  }
}

const BACK_END_KIND: Kind<BackEnd> = {
  label: 'BACK-END',
  expects: 'empty, the ID of a cloud environment, or a URL starting with https://',
  parse(given) {
    if (given === '') return {}
    const server = SERVER.parse(given)
    if (server !== undefined) return { server }
    const environment = ENVIRONMENT_ID.parse(given)
    return environment === undefined ? undefined : { environment }
  },
}

/** Completes the given values by asking; offers the saved ones as defaults. */
export async function askForAccount(values: SetupValues, env: Environment, person: Person): Promise<Account> {
  const saved = (variable: string): string => env[variable] ?? ''
  const { appid, key, env: environment, server } = values
  const isBackEndGiven = environment !== undefined || server !== undefined
  return {
    appid: appid ?? (await askFor(APPID, 'appid', HELP.appid, saved(VARIABLES.appid), person)),
    keyFile: key ?? (await askFor(KEY_FILE, 'key file', HELP.key, saved(VARIABLES.key), person)),
    ...(isBackEndGiven
      ? { ...(environment !== undefined && { environment }), ...(server !== undefined && { server }) }
      : await askFor(
          BACK_END_KIND,
          'back end',
          BACK_END,
          saved(VARIABLES.server) || saved(VARIABLES.environment),
          person,
        )),
  }
}
