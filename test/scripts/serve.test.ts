import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { ROOT } from '../../scripts/paths'

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** `npm run serve`, with these environment variables of its own and no others. */
function serve(args: readonly string[], env: Record<string, string>) {
  const tsx = ['--import', 'tsx', 'scripts/serve.ts', ...args]
  const child = spawn(process.execPath, tsx, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ENV_FILE: '', ...env },
    stdio: 'pipe',
  })
  children.push(child)
  const chunks: Buffer[] = []
  for (const output of [child.stdout, child.stderr]) output.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = once(child, 'close').then(([status]) => ({
    status: status as number,
    output: Buffer.concat(chunks).toString(),
  }))
  return { child, ended }
}

test('says what it is set up by', async () => {
  const { status, output } = await serve(['--help'], {}).ended
  expect(status).toBe(0)
  expect(output).toMatch(/Usage: npm run serve[\s\S]*WECHAT_SECRET[\s\S]*REDIS_URL/)
})

test('does not start with a wrong environment, and says all that is wrong with it', async () => {
  const { status, output } = await serve([], { PORT: 'x', ENGINE: 'https', WECHAT_SECRET: 'hunter2' }).ended
  expect(status).toBe(1)
  expect(output).toContain('- PORT must be a whole number from 0 to 65535')
  expect(output).toContain('- WECHAT_APPID is missing: ENGINE=https needs it')
  expect(output).not.toContain('hunter2')
  expect(output).not.toContain('    at ')
})

test('serves until it is told to end, and says where', async () => {
  const account = { ENGINE: 'https', WECHAT_APPID: 'wx1', WECHAT_SECRET: 'abc' }
  const { child, ended } = serve([], { PORT: '0', OPERATIONS: '127.0.0.1:0', ...account })
  const urls: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /(?:Server listening|Operations) at (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1]
    if (url !== undefined) urls.push(url)
    if (urls.length === 2) break
  }
  const statuses = await Promise.all(urls.map(async (url) => (await fetch(`${url}/readyz`)).status))
  expect(statuses).toEqual([200, 200])
  child.stdout.resume()
  child.kill('SIGTERM')
  await expect(ended).resolves.toMatchObject({ status: 0 })
})
