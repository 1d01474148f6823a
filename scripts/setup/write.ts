import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { CommandError } from '../command/errors'
import { type Account, variablesOf } from './account'

/** Only the owner may read the account. */
const MODE = 0o600

const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

const quote = (value: string): string => (value.includes("'") ? `"${value}"` : `'${value}'`)

/** Sets variables in the text of an env file, or removes those that are `undefined`; keeps other lines. */
function withVariables(text: string, variables: Readonly<Record<string, string | undefined>>): string {
  const isOurs = (line: string): boolean => Object.keys(variables).some((name) => line.startsWith(`${name}=`))
  const others = text.split('\n').filter((line) => line !== '' && !isOurs(line))
  const ours = Object.entries(variables).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${quote(value)}`],
  )
  return `${[...others, ...ours].join('\n')}\n`
}

/** Sets the appid in the text of WeChat DevTools' private configuration. @throws CommandError if it is not JSON */
function withAppid(text: string, appid: string): string {
  try {
    const config = (text.trim() === '' ? {} : JSON.parse(text)) as object
    return `${JSON.stringify({ ...config, appid }, null, 2)}\n`
  } catch {
    throw new CommandError('project.private.config.json is not valid JSON: fix or delete it.', 'NOT_JSON')
  }
}

export interface Files {
  readonly variables: string
  readonly devTools: string
}

/** @throws CommandError */
export function writeDown(account: Account, files: Files): void {
  const devTools = withAppid(read(files.devTools), account.appid)
  writeFileSync(files.variables, withVariables(read(files.variables), variablesOf(account)), { mode: MODE })
  writeFileSync(files.devTools, devTools)
}
