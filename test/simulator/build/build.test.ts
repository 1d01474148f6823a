import { buildProgram } from '../../../simulator/build'
import { programOf } from './folder'

test('a script may mix export and module.exports', async () => {
  const { files } = await buildProgram(
    programOf({
      'util.js': 'export const one = 1\nmodule.exports = { one, two: 2 }',
      'pages/a/index.js': "import { two } from '../../util'\nPage({ data: { two } })",
    }),
  )
  expect(files.has('app.js')).toBe(true)
})

test.each([
  ['a script that cannot be parsed', { 'pages/a/index.js': 'Page({})\nconst = 1' }, /^pages\/a\/index\.js:2: /],
  [
    'a module that is not there',
    { 'pages/a/index.js': "Page({})\nrequire('nowhere')" },
    /^pages\/a\/index\.js:2: module "nowhere" was not found$/,
  ],
  [
    'a constant that is assigned to',
    { 'pages/a/index.js': 'const 车 = { n: 1 }\n/* 车 */ 车 = 2' },
    /^pages\/a\/index\.js:2: .*"车" is a constant/,
  ],
  ['JSON that a script requires', { 'pages/a/index.js': "require('./b.json')", 'pages/a/b.json': '{' }, /b\.json: /],
  [
    'a page without a script',
    { 'app.json': '{"pages":["pages/b/index"]}' },
    /^app\.json: "pages\/b\/index" has no script/,
  ],
  ["a page's JSON", { 'pages/a/index.json': '{' }, /pages\/a\/index\.json: /],
  ['a template', { 'pages/a/index.wxml': '<view>\n{{ a.b }</view>' }, /^pages\/a\/index\.wxml:2:/],
  [
    'a template that is imported',
    { 'pages/a/index.wxml': '<import src="./b" />', 'pages/a/b.wxml': '{{ a. }}' },
    /^pages\/a\/b\.wxml:1:/,
  ],
  ['WXS', { 'pages/a/index.wxml': '<wxs src="a.wxs" module="a" />', 'pages/a/a.wxs': 'var =' }, /^pages\/a\/a\.wxs: /],
  [
    'WXS that is not there',
    { 'pages/a/index.wxml': '<wxs src="a.wxs" module="a" />' },
    /^pages\/a\/a\.wxs: no such file/,
  ],
  ['a style sheet', { 'pages/a/index.wxss': '.a {\n.b }' }, /^pages\/a\/index\.wxss:\d: /],
])('the build tells of %s, and goes on', async (_, files, problem) => {
  const { report, files: built } = await buildProgram(programOf(files))
  expect(report.problems).toEqual([expect.stringMatching(problem)])
  expect(built.has('app.js')).toBe(true)
})

test('a bare path is a sibling file before a package', async () => {
  const { report, files } = await buildProgram(
    programOf({
      'pages/a/index.js': "require('utils/x')",
      'pages/a/utils/x.js': "module.exports = 'beside the script'",
      'miniprogram_npm/utils/x.js': "module.exports = 'in a package'",
    }),
  )
  expect(report.problems).toEqual([])
  const script = Buffer.from(files.get('app.js') ?? []).toString()
  expect(script).toContain('beside the script')
  expect(script).not.toContain('in a package')
})

test('resolveAlias applies to scripts and components', async () => {
  const { report } = await buildProgram(
    programOf({
      'app.json': '{"pages":["pages/a/index"],"resolveAlias":{"@lib/*":"shared/lib/*"}}',
      'pages/a/index.js': "require('@lib/x.js')",
      'pages/a/index.json': '{"usingComponents":{"b":"@lib/b"}}',
      'shared/lib/x.js': '',
      'shared/lib/b.js': 'Component({})',
    }),
  )
  expect([...report.problems, ...report.warnings]).toEqual([])
})

test('a tag is a component only if it is declared', async () => {
  const { report } = await buildProgram(
    programOf({
      'app.json': '{"pages":["pages/a/index","pages/b/index"]}',
      'pages/a/index.json': '{"usingComponents":{"video":"/video"}}',
      'pages/a/index.wxml': '<video />',
      'pages/b/index.js': 'Page({})',
      'pages/b/index.wxml': '<video /><em />',
      'video.js': 'Component({})',
    }),
  )
  expect(report.elements).toEqual([{ name: 'video', files: ['pages/b/index.wxml'] }])
  expect(report.warnings).toEqual([expect.stringContaining('pages/b/index.wxml: <em> is neither')])
})

test('a script may be overridden', async () => {
  const program = programOf({
    'config.js': "export const PLACE = 'from the file'",
    'pages/a/index.js': "import { PLACE } from '../../config'\nPage({ data: { PLACE } })",
  })
  const { files } = await buildProgram(program, { 'config.js': "export const PLACE = 'from elsewhere'" })
  const script = Buffer.from(files.get('app.js') ?? []).toString()
  expect(script).toContain('from elsewhere')
  expect(script).not.toContain('from the file')
})

test('an override without a script is an error', async () => {
  await expect(buildProgram(programOf(), { 'setup.js': '' })).rejects.toThrow(/setup\.js: .*no such script/)
})
