import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backEndOf } from '../../scripts/miniprogram/back-end'
import { stageProject, withBackEnd } from '../../scripts/miniprogram/stage'
import { MINIPROGRAM } from '../../scripts/paths'

const folder = mkdtempSync(join(tmpdir(), 'project-'))
afterAll(() => rmSync(folder, { recursive: true }))
const config = readFileSync(`${MINIPROGRAM}/config.ts`, 'utf8')

test('the staged copy calls the configured back end, and the tracked file does not change', async () => {
  const staged = await stageProject(folder, { kind: 'server', url: 'https://ocr.example.com' })
  const written = readFileSync(join(staged, 'miniprogram/config.ts'), 'utf8')
  expect(written).toContain('BACK_END: BackEndConfig = {"kind":"server","url":"https://ocr.example.com"}')
  expect(written.split('\n')).toHaveLength(config.split('\n').length)
  expect(readFileSync(`${MINIPROGRAM}/config.ts`, 'utf8')).toBe(config)
})

test('stages nothing but the mini program', async () => {
  const staged = await stageProject(join(folder, 'plain'))
  expect(readFileSync(join(staged, 'miniprogram/config.ts'), 'utf8')).toBe(config)
  expect(existsSync(join(staged, 'project.config.json'))).toBe(true)
  for (const name of ['package.json', '.env.local', 'cloudfunctions', 'node_modules', 'project.private.config.json']) {
    expect(existsSync(join(staged, name))).toBe(false)
  }
})

test('fails if the line to change is missing', () => {
  expect(() => withBackEnd('export const OTHER = 1', { kind: 'cloud', environment: 'a' })).toThrow('no line')
})

test.each([
  [{}, undefined],
  [{ WECHAT_CLOUD_ENV: '' }, undefined],
  [{ WECHAT_CLOUD_ENV: 'cloud-1' }, { kind: 'cloud', environment: 'cloud-1' }],
  [
    { WECHAT_CLOUD_ENV: 'cloud-1', SERVER_URL: 'https://a.example' },
    { kind: 'server', url: 'https://a.example' },
  ],
])('%j configures %j', (env, backEnd) => {
  expect(backEndOf(env)).toEqual(backEnd)
})
