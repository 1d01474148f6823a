import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkAll } from '../../scripts/check/checks'
import { BUDGET_BYTES, judge } from '../../scripts/check/compile'
import { reportOn } from '../../scripts/miniprogram/package'
import { checkTemplates } from '../../scripts/check/templates'

describe('the compiled package', () => {
  const report = (sizes: Record<string, number>) => ({ sizes, subpackages: ['pages/few'], missing: [], secrets: [] })

  test('passes within its budgets and lists its largest files', () => {
    const small = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`small-${i}.js`, 0]))
    const { ok, detail = '' } = judge(report({ ...small, 'pages/few/index.js': 2_000, 'app.js': BUDGET_BYTES.main }))
    expect(ok).toBe(true)
    const [head, ...largest] = detail.split('\n')
    expect(head).toBe('main 350.0 kB of 350.0 kB, all 352.0 kB of 500.0 kB; 12 files, the largest:')
    expect(largest).toHaveLength(10)
    expect(largest.slice(0, 2)).toEqual(['   350.0 kB  app.js', '     2.0 kB  pages/few/index.js'])
  })

  test('fails over a budget: of the main package, or in total', () => {
    expect(judge(report({ 'app.js': BUDGET_BYTES.main + 1_000 }))).toMatchObject({
      ok: false,
      output: 'main is 1.0 kB over its budget',
    })
    expect(judge(report({ 'pages/few/index.js': BUDGET_BYTES.all + 1_000 }))).toMatchObject({
      ok: false,
      output: 'all is 1.0 kB over its budget',
    })
  })

  test('fails if it contains a private key', () => {
    const key = '-----BEGIN RSA PRIVATE KEY-----\nabc'
    const found = reportOn({ 'app.js': '', 'a.js': `const key = \`${key}\`` })
    expect(found.secrets).toEqual(['a.js'])
    expect(judge(found)).toMatchObject({ ok: false, output: 'a.js contains a private key' })
  })

  test('fails if a required file is missing: WeChat does not resolve folders to their index', () => {
    const files = {
      'app.json': '{"subpackages":[{"root":"pages/few/"}]}',
      'app.js': 'require("./strings"),require("./strings/index"),require("./a")',
      'a.js': 'require("../outside")',
      'strings/index.js': '',
    }
    const found = reportOn(files)
    expect(found.missing).toEqual(['app.js requires ./strings', 'a.js requires ../outside'])
    expect(found.subpackages).toEqual(['pages/few'])
    expect(judge(found).ok).toBe(false)
  })
})

describe('checkTemplates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'templates-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  // WeChat's compilers do not run elsewhere, and the check is skipped.
  const runsHere = process.arch === 'x64' || process.platform !== 'linux'

  test.each([
    ['a good template', 'index.wxml', '<view wx:if="{{a}}">{{b}}</view>', true],
    ['a bad expression', 'index.wxml', '<view wx:if="{{a +}}"></view>', !runsHere],
  ])('%s', async (_, name, source, ok) => {
    writeFileSync(join(folder, name), source)
    writeFileSync(join(folder, 'index.wxss'), '.a { color: red; }')
    expect((await checkTemplates(folder)).ok).toBe(ok)
  })

  test('a bad style sheet', async () => {
    writeFileSync(join(folder, 'index.wxml'), '<view></view>')
    writeFileSync(join(folder, 'index.wxss'), '.a { color: red; ')
    expect((await checkTemplates(folder)).ok).toBe(!runsHere)
  })
})

test('one failed check fails the run', async () => {
  const print = jest.spyOn(console, 'log').mockImplementation(() => undefined)
  const good = { name: 'good', run: () => Promise.resolve({ ok: true }) }
  const bad = { name: 'bad', run: () => Promise.resolve({ ok: false, output: 'why' }) }
  expect(await checkAll([good])).toBe(true)
  expect(await checkAll([bad, good])).toBe(false)
  expect(print.mock.calls.flat()).toContain('why')
  print.mockRestore()
})
