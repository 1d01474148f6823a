import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { ROOT } from '../paths'
import type { Environment } from './read'

/**
 * Variables of this checkout, which git ignores: `npm run setup` writes it, and every command reads it where the
 * environment is silent. `ENV_FILE` names another; an empty one means none.
 */
export const localFile = (env: Environment): string => env.ENV_FILE ?? `${ROOT}/.env.local`

/** The environment, and under it what the local file sets. */
export function withLocal(env: Environment): Environment {
  const file = localFile(env)
  return file !== '' && existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...env } : env
}
