import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ACCOUNT } from '../../../scripts/account/options'
import { defineCommand } from '../../../scripts/command/command'
import { readArguments } from '../../../scripts/command/read'
import { APPID, createAccountFolder } from '../account-files'

const { folder, write, key, keyFile } = createAccountFolder()
const COMMAND = defineCommand({ name: 'npm run any', about: 'Any.', options: ACCOUNT })
const read = (file: string, appid = APPID) => readArguments(COMMAND, ['--appid', appid, '--key', file], {})
const wrong = (problem: string) => ({ kind: 'invalid', problems: [expect.stringContaining(problem)] })

test('accepts an RSA key', () => {
  expect(read(keyFile)).toMatchObject({ kind: 'parsed', values: { appid: APPID, key: keyFile } })
})

const encrypted = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({
  ...{ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'p' },
})
const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey

test.each<[string, () => string, string]>([
  ['a missing file', () => join(folder, 'no.key'), 'key file not found'],
  ['a folder', () => folder, 'is a folder'],
  ['an empty file', () => write('empty.key', ''), 'holds no private key'],
  ['a truncated key', () => write('short.key', key.slice(0, 400)), 'holds no private key'],
  [
    'a public key',
    () => write('public.key', publicKey.export({ type: 'spki', format: 'pem' }).toString()),
    'holds no private key',
  ],
  ['an encrypted key', () => write('encrypted.key', encrypted.toString()), 'is encrypted'],
  [
    'an EC key',
    () => write('ec.key', elliptic.export({ type: 'pkcs8', format: 'pem' }).toString()),
    'type ec, not RSA',
  ],
])('rejects %s', (_, file, problem) => {
  expect(read(file())).toEqual(wrong(problem))
})

test('rejects the key itself in place of its path, without repeating it', () => {
  const reading = readArguments(COMMAND, ['--appid', APPID], { WECHAT_PRIVATE_KEY_PATH: key })
  expect(reading).toEqual(wrong('not the key itself'))
  expect(JSON.stringify(reading)).not.toContain(key.slice(40, 80))
})

describe('in a checkout', () => {
  const checkout = join(folder, 'checkout')
  const git = (...args: string[]) => execFileSync('git', args, { cwd: checkout, stdio: 'ignore' })
  beforeAll(() => {
    mkdirSync(checkout)
    git('init')
    write('checkout/.gitignore', '*.key\n')
  })

  test('accepts a key that git ignores', () => {
    expect(read(write('checkout/private.key', key))).toMatchObject({ kind: 'parsed' })
  })

  test.each([
    ['is not ignored', false],
    ['is tracked, even if ignored', true],
  ])('rejects one that %s', (_, isTracked) => {
    const file = write(isTracked ? 'checkout/tracked.key' : 'checkout/private.pem', key)
    if (isTracked) git('add', '--force', file)
    expect(read(file)).toEqual(wrong('may be committed'))
  })
})

test.each(['wxnope', '', 'touristappid', 'WX0123456789ABCDEF'])('rejects the appid "%s"', (appid) => {
  expect(read(keyFile, appid)).toEqual(wrong('--appid must be an appid'))
})
