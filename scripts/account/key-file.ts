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
    if (code === 'ENOENT') throw new UsageError(`key file not found: ${file}`)
    if (code === 'EISDIR') throw new UsageError(`the key file is a folder: ${file}`)
    throw new UsageError(`cannot read the key file (${String(code)}): ${file}`)
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

/** False outside a git checkout. */
function mayBeCommitted(file: string): boolean {
  const NOT_IGNORED = 1
  return spawnSync('git', ['check-ignore', '-q', '--', file], { cwd: dirname(file) }).status === NOT_IGNORED
}

/**
 * Checks that a file is a code upload key and cannot be committed.
 *
 * @throws UsageError that never quotes the file
 */
function checkKeyFile(file: string): void {
  const { asymmetricKeyType: type } = parse(read(file), file)
  if (type !== 'rsa')
    throw new UsageError(`the key file holds a key of type ${String(type)}, not RSA; ${AGAIN}: ${file}`)
  if (mayBeCommitted(file))
    throw new UsageError(
      `git does not ignore the key file, so it may be committed: move it out of the checkout, or name it ` +
        `private.APPID.key at its root: ${file}`,
    )
}

/** The absolute path of a code upload key. */
export const KEY_FILE: Kind<string> = {
  label: 'FILE',
  expects: 'the path of the code upload key',
  parse(given) {
    // Do not repeat the key in the error.
    if (given.includes('PRIVATE KEY')) throw new UsageError('give the path of the key file, not the key itself')
    if (given === '') return undefined
    const file = resolve(given)
    checkKeyFile(file)
    return file
  },
}
