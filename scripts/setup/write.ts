import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { CommandError } from '../command/errors'
import { type Account, variablesOf } from './account'

/** Of its owner alone. */
const MODE = 0o600

const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

const quote = (value: string): string => (value.includes("'") ? `"${value}"` : `'${value}'`)

/** Sets variables in the text of an env file, and takes those out that are `undefined`; other lines stay. */
export function withVariables(text: string, variables: Readonly<Record<string, string | undefined>>): string {
  const isOurs = (line: string): boolean => Object.keys(variables).some((name) => line.startsWith(`${name}=`))
  const others = text.split('\n').filter((line) => line !== '' && !isOurs(line))
  const ours = Object.entries(variables).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${quote(value)}`],
  )
  return `${[...others, ...ours].join('\n')}\n`
}

/** The text of WeChat DevTools' private configuration with this appid. @throws CommandError where it is no JSON */
export function withAppid(text: string, appid: string): string {
  try {
    const config = (text.trim() === '' ? {} : JSON.parse(text)) as object
    return `${JSON.stringify({ ...config, appid }, null, 2)}\n`
  } catch {
    throw new CommandError('project.private.config.json is no JSON: mend it, or remove it.', 'NOT_JSON')
  }
}

export interface Files {
  readonly variables: string
  readonly devTools: string
}

/** Writes an account down. @throws CommandError */
export function writeDown(account: Account, files: Files): void {
  const devTools = withAppid(read(files.devTools), account.appid)
  writeFileSync(files.variables, withVariables(read(files.variables), variablesOf(account)), { mode: MODE })
  writeFileSync(files.devTools, devTools)
}
