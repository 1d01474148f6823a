import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { ROOT } from '../../scripts/paths'
import { startServer } from '../../server'
import { readConfig } from '../../server/config'
import type { Engine } from '../../recognition/engine'
import { fakeEngine } from '../recognition/pictures'

const fileText = (name: string): Promise<string> => readFile(new URL(`../../${name}`, import.meta.url), 'utf8')

interface HealthCheck {
  readonly args: readonly string[]
  readonly env: Record<string, string>
}

const portOf = (url: string): string => new URL(url).port

/** What the image is asked with, and where. */
async function imageCheck(url: string): Promise<HealthCheck> {
  const [, command = '[]'] = /^HEALTHCHECK .* CMD (.*)$/m.exec(await fileText('Dockerfile')) ?? []
  return { args: (JSON.parse(command) as string[]).slice(1), env: { PORT: portOf(url) } }
}

/** What compose.yaml asks a worker with, at another port than its own. */
async function workerCheck(url: string): Promise<HealthCheck> {
  const compose = await fileText('compose.yaml')
  const [, address = 'none'] = /OPERATIONS: (\S+:\d+)$/m.exec(compose) ?? []
  const [, args = ''] = /- CMD\n +- node\n((?: +- \S+\n)+)/.exec(compose) ?? []
  return {
    args: Array.from(args.matchAll(/- (\S+)/g), ([, arg = '']) => arg),
    env: { OPERATIONS: address.replace(/\d+$/, portOf(url)) },
  }
}

async function exitCode({ args, env }: HealthCheck): Promise<number> {
  const [status] = (await once(spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' }), 'exit')) as [number]
  return status
}

test.each([
  ['the server', imageCheck],
  ['a worker', workerCheck],
])('the container of %s is healthy while it can serve, and not before nor after', async (_, check) => {
  let loaded = (): void => undefined
  const embedded: Engine = { ...fakeEngine(), warm: () => new Promise((resolve) => (loaded = resolve)) }
  const config = readConfig({ PORT: '0', ENGINE: 'embedded', LOG_LEVEL: 'silent', OPERATIONS: '127.0.0.1:0' })
  const server = await startServer(config, { engines: { embedded } })
  const command = await check(check === imageCheck ? server.url : (server.operationsUrl ?? ''))
  try {
    expect(await exitCode(command)).toBe(1)
    loaded()
    expect(await exitCode(command)).toBe(0)
  } finally {
    await server.close()
  }
  expect(await exitCode(command)).toBe(1)
})
