import { availableApis } from '../../../simulator/build/apis'
import { buildProgram } from '../../../simulator/build'
import { formatReport, missingFrom } from '../../../simulator/build/report'
import { apisUsedIn } from '../../../simulator/build/usage'
import { programOf } from './folder'

test('finds APIs in code, not in comments, types and URLs', async () => {
  const source = `
    // wx.commented()
    const a: typeof wx.typed = wx . used({ url: 'x' })
    const b = 'https://wx.qlogo.cn/mmopen/132'
    wx.cloud.uploadFile({}); wx.cloud.init()
    wx.env.USER_DATA_PATH`
  expect([...(await apisUsedIn(source))].sort()).toEqual(['cloud.init', 'cloud.uploadFile', 'env', 'used'])
})

test("derives the available APIs from the simulator's files", async () => {
  const available = await availableApis()
  for (const name of ['navigateTo', 'chooseMedia', 'env', 'cloud.callFunction']) expect(available).toContain(name)
  expect(available).not.toContain('switchCamera')
})

test('lists what is missing and which files use it', () => {
  const used = new Map([
    ['b', new Set(['/p/2.ts', '/p/1.ts'])],
    ['a', new Set(['/p/1.ts'])],
    ['there', new Set(['/p/1.ts'])],
  ])
  const missing = missingFrom(used, new Set(['there']), (file) => file.slice(3))
  expect(missing).toEqual([
    { name: 'a', files: ['1.ts'] },
    { name: 'b', files: ['1.ts', '2.ts'] },
  ])
  const text = formatReport({
    apis: missing,
    elements: [{ name: 'map', files: ['x.wxml'] }],
    settings: ['plugins'],
    warnings: [],
    problems: ['pages/a/index.js:1: slip'],
  })
  expect(text).toContain('wx.b  used by 1.ts, 2.ts')
  expect(text).toContain('<map>  used by x.wxml')
  expect(text).toContain('app.json "plugins"')
  expect(text).toContain('pages/a/index.js:1: slip')
})

test('is empty if nothing is missing', async () => {
  const { report, files } = await buildProgram(programOf({ 'pages/a/index.wxml': '<view>a</view>' }))
  expect(formatReport(report)).toBe('')
  expect([...files.keys()].sort()).toEqual(['app.css', 'app.css.map', 'app.js', 'app.js.map'])
})
