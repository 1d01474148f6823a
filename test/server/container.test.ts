import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { startServer } from '../../server'
import { readConfig } from '../../server/config'
import type { LocalEngine } from '../../server/services'
import { fakeEngine } from '../recognition/pictures'

const fileText = (name: string): Promise<string> => readFile(new URL(`../../${name}`, import.meta.url), 'utf8')

/** What the image is asked with, and where. */
async function imageCheck(url: string) {
  const [, command = '[]'] = /^HEALTHCHECK [^\n]*\n +CMD (.*)$/m.exec(await fileText('Dockerfile')) ?? []
  return { code: String((JSON.parse(command) as string[])[2]), env: { PORT: new URL(url).port } }
}

/** What compose.yaml asks a worker with, at this port in the place of its own. */
async function workerCheck(url: string) {
  const compose = await fileText('compose.yaml')
  const [, port = 'none'] = /OPERATIONS: 0\.0\.0\.0:(\d+)$/m.exec(compose) ?? []
  const [code = ''] = /fetch\(.*$/m.exec(compose) ?? []
  expect(code).toContain(`:${port}/`)
  return { code: code.replace(port, new URL(url).port), env: {} }
}

async function exitCode({ code, env }: { readonly code: string; readonly env: Record<string, string> }) {
  const [status] = (await once(spawn(process.execPath, ['-e', code], { env, stdio: 'inherit' }), 'exit')) as [number]
  return status
}

test.each([
  ['the server', imageCheck],
  ['a worker', workerCheck],
])('the container of %s is healthy while it can serve, and not before nor after', async (_, check) => {
  let loaded = (): void => undefined
  const embedded: LocalEngine = { ...fakeEngine(), warm: () => new Promise((resolve) => (loaded = resolve)) }
  const config = readConfig({ PORT: '0', ENGINE: 'embedded', LOG_LEVEL: 'silent', OPERATIONS: '127.0.0.1:0' })
  const server = await startServer(config, { embedded })
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
