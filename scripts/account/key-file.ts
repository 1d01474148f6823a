import { spawnSync } from 'node:child_process'
import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { UsageError } from '../command/errors'
import type { Kind } from '../command/kinds'

const AGAIN = 'download it again: mp.weixin.qq.com > 开发管理 > 开发设置 > 小程序代码上传 > 重置'

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

function read(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') throw new UsageError(`no such key file: ${file}`)
    if (code === 'EISDIR') throw new UsageError(`the key file is a folder: ${file}`)
    throw new UsageError(`the key file cannot be read (${String(code)}): ${file}`)
  }
}

function parse(pem: Buffer, file: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch {
    const why = pem.includes('ENCRYPTED') ? 'is encrypted' : 'holds no private key'
    throw new UsageError(`the key file ${why}; ${AGAIN}: ${file}`)
  }
}

/** Whether git would take the file into a commit. Not where there is no git, and no checkout. */
function mayBeCommitted(file: string): boolean {
  const NOT_IGNORED = 1
  return spawnSync('git', ['check-ignore', '-q', '--', file], { cwd: dirname(file) }).status === NOT_IGNORED
}

/**
 * Looks whether a file is a key for code upload, and where it cannot slip into a commit.
 *
 * @throws UsageError that says what is wrong with it, and nothing of what it holds
 */
export function checkKeyFile(file: string): void {
  const { asymmetricKeyType: type } = parse(read(file), file)
  if (type !== 'rsa')
    throw new UsageError(`the key file holds a key of type ${String(type)}, not RSA; ${AGAIN}: ${file}`)
  if (mayBeCommitted(file))
    throw new UsageError(
      `git does not ignore the key file, so that it may be committed: move it out of the checkout, or name it ` +
        `private.APPID.key at its root: ${file}`,
    )
}

/** The path of a key for code upload, made absolute. */
export const KEY_FILE: Kind<string> = {
  label: 'FILE',
  expects: 'the path of the key file for code upload',
  parse(given) {
    // It must not be told back.
    if (given.includes('PRIVATE KEY')) throw new UsageError('the path of the key file is wanted, not the key itself')
    if (given === '') return undefined
    const file = resolve(given)
    checkKeyFile(file)
    return file
  },
}
