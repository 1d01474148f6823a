import { readFile } from 'node:fs/promises'
import { ROOT } from '../paths'
import type { Call } from './wechat-api'

const NAME = 'vehicleLicense'
/** Of `/tcb/uploadfuncconfig`: which APIs a function may call. */
const CLOUD_CALLS = 1

/** Declares what the function's `config.json` asks for: miniprogram-ci uploads that file, but does not declare it. */
export async function declarePermissions(call: Call, env: string): Promise<void> {
  const { permissions } = JSON.parse(await readFile(`${ROOT}/cloudfunctions/${NAME}/config.json`, 'utf8')) as {
    permissions: object
  }
  const config = JSON.stringify({ permissions })
  await call('/tcb/uploadfuncconfig', { type: CLOUD_CALLS, env, function_name: NAME, config })
}
