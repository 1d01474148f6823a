import { buildProgram } from '../../../simulator/build'
import { programOf } from './folder'

test('a script may export both ways at once', async () => {
  const { files } = await buildProgram(
    programOf({
      'util.js': 'export const one = 1\nmodule.exports = { one, two: 2 }',
      'pages/a/index.js': "import { two } from '../../util'\nPage({ data: { two } })",
    }),
  )
  expect(files.has('app.js')).toBe(true)
})

test('a script that cannot be parsed is named, with its line', async () => {
  const program = programOf({ 'pages/a/index.js': 'Page({})\nconst = 1' })
  await expect(buildProgram(program)).rejects.toThrow(/pages\/a\/index\.js:2/)
})

test('a module that is not there is named, with the line that asks for it', async () => {
  const program = programOf({ 'pages/a/index.js': "Page({})\nrequire('nowhere')" })
  await expect(buildProgram(program)).rejects.toThrow(/pages\/a\/index\.js:2: .*nowhere/)
})

test('a script may be built from another source than its file', async () => {
  const program = programOf({
    'config.js': "export const PLACE = 'from the file'",
    'pages/a/index.js': "import { PLACE } from '../../config'\nPage({ data: { PLACE } })",
  })
  const { files } = await buildProgram(program, { 'config.js': "export const PLACE = 'from elsewhere'" })
  const script = Buffer.from(files.get('app.js') ?? []).toString()
  expect(script).toContain('from elsewhere')
  expect(script).not.toContain('from the file')
})

test('what is overridden and not there is named', async () => {
  await expect(buildProgram(programOf(), { 'setup.js': '' })).rejects.toThrow(/setup\.js: .*no such script/)
})
