import { runInNewContext } from 'node:vm'
import { compileScript } from '../../../simulator/build/script'

/** Runs a compiled script and returns its exports. */
async function run(source: string, require: (path: string) => unknown): Promise<Record<string, unknown>> {
  const { code, problems } = await compileScript(source, '/program/app.js', 'js', 'app.js')
  expect(problems).toEqual([])
  const module = { exports: {} as Record<string, unknown> }
  runInNewContext(code, { require, module, exports: module.exports })
  return module.exports
}

test('require.async returns a promise of the module', async () => {
  const { late } = await run("exports.late = require.async('./late/index.js')", (path) => ({ path }))
  await expect(late).resolves.toEqual({ path: './late/index.js' })
})

test('the promise rejects if the module throws', async () => {
  const { late } = await run('exports.late = require.async("./late")', () => {
    throw new Error('it cannot be loaded')
  })
  await expect(late).rejects.toThrow('it cannot be loaded')
})
