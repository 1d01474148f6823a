import { runInNewContext } from 'node:vm'
import { compileScript } from '../../../simulator/build/script'

/** Runs a compiled script, and gives what it exports. */
async function run(source: string, require: (path: string) => unknown): Promise<Record<string, unknown>> {
  const { code, problems } = await compileScript(source, '/program/app.js', 'js', 'app.js')
  expect(problems).toEqual([])
  const module = { exports: {} as Record<string, unknown> }
  runInNewContext(code, { require, module, exports: module.exports })
  return module.exports
}

test('a module of another package comes as a promise', async () => {
  const { late } = await run("exports.late = require.async('./late/index.js')", (path) => ({ path }))
  await expect(late).resolves.toEqual({ path: './late/index.js' })
})

test('where it fails, so does the promise', async () => {
  const { late } = await run('exports.late = require.async("./late")', () => {
    throw new Error('it cannot be loaded')
  })
  await expect(late).rejects.toThrow('it cannot be loaded')
})
