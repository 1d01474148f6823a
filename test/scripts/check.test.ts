import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkAll } from '../../scripts/check/index'
import { BUDGET_BYTES, judgeSizes } from '../../scripts/check/compile'
import { checkTemplates } from '../../scripts/check/templates'

describe('judgeSizes', () => {
  test('accepts a package within the budget, and says what it weighs', () => {
    const result = judgeSizes({ 'app.js': BUDGET_BYTES - 1, 'app.wxss': 1 })
    expect(result).toEqual({ ok: true, detail: 'main package 600.0 kB of 600.0 kB, 2 files' })
  })

  test('refuses one byte more, and names the largest files first', () => {
    const result = judgeSizes({ 'small.js': 1, 'large.js': BUDGET_BYTES })
    expect(result.ok).toBe(false)
    expect(result.output?.split('\n')[0]).toContain('large.js')
  })
})

describe('checkTemplates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'templates-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  // Elsewhere WeChat's compilers do not run, and the check says that it was skipped.
  const runsHere = process.platform === 'linux' && process.arch === 'x64'

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

test('one check that does not hold fails them all', async () => {
  const print = jest.spyOn(console, 'log').mockImplementation(() => undefined)
  const good = { name: 'good', run: () => Promise.resolve({ ok: true }) }
  const bad = { name: 'bad', run: () => Promise.resolve({ ok: false, output: 'why' }) }
  expect(await checkAll([good])).toBe(true)
  expect(await checkAll([bad, good])).toBe(false)
  expect(print.mock.calls.flat()).toContain('why')
  print.mockRestore()
})
