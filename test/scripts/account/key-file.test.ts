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
const wrong = (problem: string) => ({ kind: 'wrong', problems: [expect.stringContaining(problem)] })

test('takes an RSA key', () => {
  expect(read(keyFile)).toMatchObject({ kind: 'given', values: { appid: APPID, key: keyFile } })
})

const encrypted = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({
  ...{ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'p' },
})
const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey

test.each<[string, () => string, string]>([
  ['one that is not there', () => join(folder, 'no.key'), 'no such key file'],
  ['a folder', () => folder, 'is a folder'],
  ['an empty one', () => write('empty.key', ''), 'holds no private key'],
  ['one cut short', () => write('short.key', key.slice(0, 400)), 'holds no private key'],
  [
    'a public key',
    () => write('public.key', publicKey.export({ type: 'spki', format: 'pem' }).toString()),
    'holds no private key',
  ],
  ['an encrypted one', () => write('encrypted.key', encrypted.toString()), 'is encrypted'],
  [
    'another kind of key',
    () => write('ec.key', elliptic.export({ type: 'pkcs8', format: 'pem' }).toString()),
    'type ec, not RSA',
  ],
])('refuses %s', (_, file, problem) => {
  expect(read(file())).toEqual(wrong(problem))
})

test('the key itself in the place of its path is refused, and not told back', () => {
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

  test('a key that git ignores is taken', () => {
    expect(read(write('checkout/private.key', key))).toMatchObject({ kind: 'given' })
  })

  test.each([
    ['is not ignored', false],
    ['is tracked, whatever is ignored', true],
  ])('one that %s is refused', (_, isTracked) => {
    const file = write(isTracked ? 'checkout/tracked.key' : 'checkout/private.pem', key)
    if (isTracked) git('add', '--force', file)
    expect(read(file)).toEqual(wrong('may be committed'))
  })
})

test.each(['wxnope', '', 'touristappid', 'WX0123456789ABCDEF'])('refuses the appid "%s"', (appid) => {
  expect(read(keyFile, appid)).toEqual(wrong('--appid must be an appid'))
})
