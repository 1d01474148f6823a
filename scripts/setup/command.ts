import { APPID, ENVIRONMENT_ID, HELP, VARIABLES } from '../account/options'
import { KEY_FILE } from '../account/key-file'
import { defineCommand, type ArgumentsOf } from '../command/command'
import { address } from '../command/kinds'
import { option } from '../command/options'

export const SERVER = address('URL', ['https'])

/** On a terminal, the command asks for missing values; elsewhere they are required. */
export const setupCommand = (isTerminal: boolean) =>
  defineCommand({
    name: 'npm run setup',
    about: 'Saves the WeChat account of this checkout, and lists what is left to do in WeChat’s console.',
    options: {
      appid: option(APPID, HELP.appid, isTerminal ? {} : { variable: VARIABLES.appid, isRequired: true }),
      key: option(KEY_FILE, HELP.key, isTerminal ? {} : { variable: VARIABLES.key, isRequired: true }),
      env: option(ENVIRONMENT_ID, `${HELP.environment} (default: the account’s default environment)`),
      server: option(SERVER, 'URL of your own companion server, instead of WeChat’s cloud'),
    },
    conflicts: ({ env, server }) =>
      env !== undefined && server !== undefined ? ['give --env or --server, not both'] : [],
    notes: `Asks for missing values on a terminal. Changes no file that git tracks: saves the appid to
project.private.config.json for WeChat DevTools, and everything to .env.local, which every command reads. The key stays
where it is; only its path is saved.

Exit code: 0 saved, 1 failed, 2 usage error.`,
  })

export type SetupValues = ArgumentsOf<ReturnType<typeof setupCommand>>['values']
