import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localFile, withLocal } from '../../../scripts/command/local'
import { ROOT } from '../../../scripts/paths'

const folder = mkdtempSync(join(tmpdir(), 'local-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'variables')
writeFileSync(file, "WECHAT_APPID='wx1'\nSERVER_URL='https://a.example'\n")

test('the environment overrides the local file', () => {
  const env = { ENV_FILE: file, WECHAT_APPID: 'wx2' }
  expect(withLocal(env)).toEqual({ ENV_FILE: file, WECHAT_APPID: 'wx2', SERVER_URL: 'https://a.example' })
})

test('the local file is optional', () => {
  expect(withLocal({ ENV_FILE: join(folder, 'none') })).toEqual({ ENV_FILE: join(folder, 'none') })
  expect(withLocal({ ENV_FILE: '' })).toEqual({ ENV_FILE: '' })
  expect(localFile({})).toBe(`${ROOT}/.env.local`)
})
