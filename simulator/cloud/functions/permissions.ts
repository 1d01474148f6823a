import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Whether a function's `config.json` declares an API, without which WeChat rejects the call. */
export async function isPermitted(functionsDir: string, functionName: string, api: string): Promise<boolean> {
  const text = await readFile(join(functionsDir, functionName, 'config.json'), 'utf8').catch(() => '{}')
  const config = JSON.parse(text) as { permissions?: { openapi?: readonly string[] } }
  return config.permissions?.openapi?.includes(api) === true
}
