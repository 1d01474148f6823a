import { readFile } from 'node:fs/promises'
import { ROOT } from '../paths'
import type { Call } from './wechat-api'

const NAME = 'vehicleLicense'
/** Type of `/tcb/uploadfuncconfig` for the APIs that a function may call. */
const CLOUD_CALLS = 1

/** Declares the permissions in the function's `config.json`; miniprogram-ci only uploads the file. */
export async function declarePermissions(call: Call, env: string): Promise<void> {
  const { permissions } = JSON.parse(await readFile(`${ROOT}/cloudfunctions/${NAME}/config.json`, 'utf8')) as {
    permissions: object
  }
  const config = JSON.stringify({ permissions })
  await call('/tcb/uploadfuncconfig', { type: CLOUD_CALLS, env, function_name: NAME, config })
}
