import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { ROOT } from '../paths'
import type { Environment } from './read'

/**
 * The checkout's own env file, ignored by git: `npm run setup` writes it, every command reads it. `ENV_FILE` names another
 * one; empty means none.
 */
export const localFile = (env: Environment): string => env.ENV_FILE ?? `${ROOT}/.env.local`

/** The environment, with the local file as fallback. */
export function withLocal(env: Environment): Environment {
  const file = localFile(env)
  return file !== '' && existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...env } : env
}
