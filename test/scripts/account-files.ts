import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const APPID = 'wx0123456789abcdef'

/** A temporary folder with a code upload key like WeChat's. */
export function createAccountFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'account-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const write = (name: string, content: string): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
  return { folder, write, key, keyFile: write('private.key', key) }
}
