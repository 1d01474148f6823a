import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createEmbeddedEngine } from '../../recognition/engines/embedded'
import { call, type StartedServer, startServer } from './start'
import { until } from './until'

const WEIGHTS = fileURLToPath(new URL('../../recognition/engines/embedded/ocr/weights/', import.meta.url))

let weights: string
beforeEach(async () => {
  weights = await mkdtemp(join(tmpdir(), 'weights-'))
  await cp(WEIGHTS, weights, { recursive: true })
})
afterEach(() => rm(weights, { recursive: true }))

const start = (): Promise<StartedServer> =>
  startServer({
    env: { ENGINE: 'embedded' },
    overrides: { engines: { embedded: createEmbeddedEngine({ workers: 1, weights }) } },
  })

const shorten = async (name: string): Promise<void> => {
  const path = join(weights, name)
  await truncate(path, Math.floor((await readFile(path)).length / 2))
}

const ERROR_LEVEL = 50

test.each<[what: string, cause: string, spoil: () => Promise<void>]>([
  ['a network that is missing', 'MODEL_MISSING recognizer.onnx', () => rm(join(weights, 'recognizer.onnx'))],
  ['half a network', 'MODEL_UNREADABLE detector.onnx', () => shorten('detector.onnx')],
  ['an empty network', 'MODEL_UNREADABLE classifier.onnx', () => truncate(join(weights, 'classifier.onnx'))],
  [
    'what is no network',
    'MODEL_UNREADABLE classifier.onnx',
    () => writeFile(join(weights, 'classifier.onnx'), 'version https://git-lfs.github.com/spec/v1\n'),
  ],
  ['missing characters', 'MODEL_MISSING characters.txt', () => rm(join(weights, 'characters.txt'))],
  ['half the characters', 'MODEL_UNREADABLE characters.txt', () => shorten('characters.txt')],
])('%s is logged as %s, and the server is not ready', async (_, cause, spoil) => {
  await spoil()
  const server = await start()
  try {
    await until(() => server.lines.join().includes('cannot be loaded'))
    expect(server.lines.map((line) => JSON.parse(line) as unknown)).toContainEqual(
      expect.objectContaining({
        level: ERROR_LEVEL,
        msg: 'The embedded engine cannot be loaded',
        cause: expect.stringContaining(cause) as unknown,
      }),
    )
    expect(await call(`${server.url}/readyz`)).toMatchObject({ status: 503, json: { missing: ['engine'] } })
    expect(server.lines.join()).not.toContain(weights)
  } finally {
    await server.close()
  }
})

test('the same weights unspoiled are loaded', async () => {
  const server = await start()
  try {
    await until(async () => (await call(`${server.url}/readyz`)).status === 200)
    expect(server.lines.join()).not.toContain('cannot be loaded')
  } finally {
    await server.close()
  }
})
