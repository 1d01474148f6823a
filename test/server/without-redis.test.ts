import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const JEST = createRequire(__filename).resolve('jest/bin/jest')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'path-'))
  symlinkSync(process.execPath, join(folder, 'node'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('on a machine without Redis, each test that needs it is skipped and named', () => {
  const files = ['test/server/redis.test.ts', 'test/server/state/redis.test.ts']
  const { status, stderr } = spawnSync(process.execPath, [JEST, ...files], {
    cwd: ROOT,
    env: { ...process.env, PATH: folder },
    encoding: 'utf8',
  })
  expect(stderr).toContain('NOT RUN, because redis-server is not installed: the Redis of the tests')
  expect(stderr).toContain('NOT RUN, because redis-server is not installed: state in Redis')
  expect(stderr).toMatch(/Tests: +\d+ skipped, \d+ total/)
  expect(status).toBe(0)
})
