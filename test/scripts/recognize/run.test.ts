import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MAX_PICKED_BYTES } from '../../../miniprogram/image/limits'
import { run } from '../../../scripts/recognize/run'

const VAN = fileURLToPath(new URL('../../../simulator/samples/van.jpg', import.meta.url))
const RECEIPT = fileURLToPath(new URL('../../fixtures/receipt.jpg', import.meta.url))

const folder = mkdtempSync(join(tmpdir(), 'recognize-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function recognize(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  let [out, error] = ['', '']
  const code = await run(args, { env, out: (text) => (out += text), error: (text) => (error += text) })
  const replies = (): Record<string, unknown>[] =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  return { code, out, error, replies }
}

/** A file of this name and content, or of this many zero bytes. */
function file(name: string, content: string | number): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : '')
  if (typeof content === 'number') truncateSync(path, content)
  return path
}

test('--json: one line a file, in the order given, whatever becomes of it', async () => {
  const folderNamedJpg = join(folder, 'folder.jpg')
  mkdirSync(folderNamedJpg)
  const spaced = join(folder, '行驶证 (1).jpg')
  copyFileSync(VAN, spaced)
  const bad = [
    join(folder, 'missing.jpg'),
    folderNamedJpg,
    file('empty.jpg', ''),
    file('text.jpg', 'no picture'),
    file('huge.jpg', MAX_PICKED_BYTES + 1),
    RECEIPT,
  ]
  const { code, error, replies } = await recognize(['--json', ...bad, spaced])
  const lines = replies()

  expect(code).toBe(1)
  expect(error).toBe('')
  expect(lines.map((line) => line.file)).toEqual([...bad, spaced])
  expect(lines.map((line) => line.ok)).toEqual([false, false, false, false, false, false, true])
  expect(lines.slice(0, 6).map((line) => (line.error as { code: string }).code)).toEqual([
    ...Array<string>(4).fill('IMAGE_UNREADABLE'),
    'FILE_TOO_LARGE',
    'NOT_A_LICENSE',
  ])
  for (const line of lines.slice(0, 6)) {
    expect(Object.keys(line)).toEqual(['file', 'ok', 'error', 'ms'])
    expect(Object.keys(line.error as object).sort()).toEqual(['code', 'message', 'retryable'])
  }
  expect(Object.keys(lines[6] ?? {})).toEqual(['file', 'ok', 'recognition', 'ms'])
  const truth = JSON.parse(readFileSync(VAN.replace('.jpg', '.json'), 'utf8')) as unknown
  expect(lines[6]?.recognition).toMatchObject(truth as object)
})

test('without --json: a table with both labels, the value and how sure it is', async () => {
  const { code, out } = await recognize([VAN, '--type', 'scan'])
  expect(code).toBe(0)
  expect(out).toMatch(/^档案编号 +File No\. +510100938472 +\d+ %$/m)
  expect(out).not.toContain('所有人')
})

test('--engine https refuses files over 2,000,000 bytes before it sends them', async () => {
  const env = { WECHAT_APPID: 'wx0', WECHAT_SECRET: 'secret' }
  const { code, replies } = await recognize(['--engine=https', '--json', file('large.jpg', 2_000_001)], env)
  expect(code).toBe(1)
  expect(replies()).toMatchObject([{ ok: false, error: { code: 'IMAGE_TOO_LARGE' } }])
})

test.each([
  [[], 'FILE'],
  [['--type', 'film', VAN], 'photo or scan'],
  [['--engine', 'magic', VAN], 'https or embedded'],
  [['--colour', VAN], '--colour'],
])('%j is bad usage', async (args, hint) => {
  const { code, out, error } = await recognize(args)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(error).toContain(hint)
})

test.each([
  [{}, 'WECHAT_APPID and WECHAT_SECRET'],
  [{ WECHAT_APPID: 'wx0' }, 'WECHAT_SECRET'],
])('--engine https says what is missing: %j', async (env, missing) => {
  const { code, error } = await recognize(['--engine', 'https', VAN], env)
  expect(code).toBe(2)
  expect(error).toContain(`needs ${missing} in`)
})

test('--help needs no file', async () => {
  const { code, out } = await recognize(['--help'])
  expect(code).toBe(0)
  expect(out).toContain('--engine')
})
