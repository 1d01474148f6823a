import type { BackEndConfig } from '../../miniprogram/config'
import { VARIABLES } from '../account/options'
import type { Environment } from '../command/read'

/** The back end saved by `npm run setup`; `undefined` means that of `miniprogram/config.ts`. */
export function backEndOf(env: Environment): BackEndConfig | undefined {
  const { [VARIABLES.server]: url, [VARIABLES.environment]: environment } = env
  if (url) return { kind: 'server', url }
  return environment ? { kind: 'cloud', environment } : undefined
}
