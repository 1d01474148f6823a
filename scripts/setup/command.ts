import { APPID, ENVIRONMENT_ID, HELP, VARIABLES } from '../account/options'
import { KEY_FILE } from '../account/key-file'
import { defineCommand, type GivenTo } from '../command/command'
import { address } from '../command/kinds'
import { option } from '../command/options'

export const SERVER = address('URL', ['https'])

/** On a terminal, what is missing is asked for; elsewhere the command line or the environment must give it. */
export const setupCommand = (isTerminal: boolean) =>
  defineCommand({
    name: 'npm run setup',
    about: 'Writes down whose WeChat account this checkout is for, and tells what is left to do in WeChat’s console.',
    options: {
      appid: option(APPID, HELP.appid, isTerminal ? {} : { variable: VARIABLES.appid, isRequired: true }),
      key: option(KEY_FILE, HELP.key, isTerminal ? {} : { variable: VARIABLES.key, isRequired: true }),
      env: option(ENVIRONMENT_ID, `${HELP.environment}; the account’s default one unless given`),
      server: option(SERVER, 'address of a companion server of your own, in the place of WeChat’s cloud'),
    },
    conflicts: ({ env, server }) =>
      env !== undefined && server !== undefined ? ['give --env or --server: one back end reads the pictures'] : [],
    notes: `Asks on a terminal for what is not given. Nothing that git tracks is changed: the appid goes to
project.private.config.json, where WeChat DevTools looks for it, and everything to .env.local, which every command reads.
The key stays where it is, only its path is written down.

Exit: 0 it is written down, 1 it is not, 2 the command was given wrongly.`,
  })

export type SetupValues = GivenTo<ReturnType<typeof setupCommand>>['values']
