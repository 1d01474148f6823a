import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT } from '../../scripts/paths'

const folder = mkdtempSync(join(tmpdir(), 'image-'))
let server: ChildProcess | undefined
afterEach(async () => {
  if (server?.exitCode !== null) return
  server.kill('SIGTERM')
  await once(server, 'exit')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Paths that the Dockerfile copies from this checkout. */
function copied(): readonly string[] {
  const [, last = ''] = readFileSync(`${ROOT}/Dockerfile`, 'utf8').split(/^FROM .*$(?![\s\S]*^FROM )/m)
  return last.split('\n').flatMap((line) => {
    const [instruction, ...paths] = line.split(/\s+/)
    return instruction === 'COPY' && !line.includes('--from') ? paths.slice(0, -1) : []
  })
}

/** Lays out the image's folder, with links to this checkout's packages. */
function layOut(): void {
  const paths = [...copied(), 'package.json', 'recognition/package.json', 'server/package.json']
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    cpSync(join(ROOT, path), join(folder, path), {
      recursive: true,
      filter: (source) => !source.endsWith('node_modules'),
    })
  }
  for (const room of ['.', 'recognition', 'server']) {
    const packages = join(ROOT, room, 'node_modules')
    if (existsSync(packages)) symlinkSync(packages, join(folder, room, 'node_modules'), 'junction')
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}

const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess =>
  spawn(process.execPath, args, { cwd: folder, env: { ...process.env, ...env }, stdio: 'ignore' })

async function statusOf(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<unknown> {
  const [status] = (await once(run(args, env), 'exit')) as [unknown]
  return status
}

test('the server runs on the files of the image, and the health check sees when it is ready', async () => {
  layOut()
  const port = await freePort()
  const env = { PORT: `${port}`, HOST: '127.0.0.1', ENGINE: 'embedded', ENGINE_WORKERS: '1', LOG_LEVEL: 'silent' }
  expect(await statusOf(['scripts/ready.mjs'], env)).toBe(1)
  server = run(['--import', 'tsx', 'scripts/serve.ts'], env)
  const deadline = Date.now() + 120_000
  let ready: unknown = 1
  while (ready !== 0 && server.exitCode === null && Date.now() < deadline) {
    ready = await statusOf(['scripts/ready.mjs'], env)
  }
  expect(ready).toBe(0)
})

test('so does the worker', async () => {
  expect(await statusOf(['--import', 'tsx', 'scripts/worker.ts', '--help'])).toBe(0)
})
