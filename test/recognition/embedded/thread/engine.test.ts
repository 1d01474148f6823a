import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import {
  createEmbeddedEngine,
  type EmbeddedEngine,
  type EmbeddedEngineOptions,
} from '../../../../recognition/engines/embedded'
import type { LicenseImage } from '../../../../recognition/engine'
import { pauseMs } from '../../../../recognition/engines/embedded/thread/reader'

const entry = new URL('./stand-in.mjs', import.meta.url)
const UNAVAILABLE = new RecognitionError('ENGINE_UNAVAILABLE')
/** A retry in another thread would fail as well. */
const KILLED_BY_PICTURE = new RecognitionError('IMAGE_UNREADABLE')
const BUSY = new RecognitionError('ENGINE_BUSY')
const CANCELLED = new RecognitionError('CANCELLED')

const [ANSWERS, EXITS, THROWS, REFUSES, READS_UNTIL_CANCELLED, NEVER_ANSWERS] = [1, 2, 3, 4, 5, 6]

let engine: EmbeddedEngine
const start = (options: EmbeddedEngineOptions = {}): void => {
  engine = createEmbeddedEngine({ entry, workers: 1, ...options })
}
afterEach(() => engine.close())

function recognize(deed: number, { signal = new AbortController().signal, bytes = 1 } = {}) {
  const picture = Buffer.alloc(bytes, deed)
  const image: LicenseImage = { bytes: picture, contentType: 'image/jpeg', width: 1, height: 1 }
  return engine.recognize(image, { type: 'scan', signal })
}

const threadOf = async (): Promise<string | undefined> => (await recognize(ANSWERS)).license.owner

test('one worker serves all requests', async () => {
  start()
  await engine.warm()
  expect(await threadOf()).toBe(await threadOf())
})

test('the picture is not transferred away from its owner', async () => {
  start()
  const bytes = Buffer.alloc(10, ANSWERS)
  const image: LicenseImage = { bytes, contentType: 'image/jpeg', width: 1, height: 1 }
  await engine.recognize(image, { type: 'photo', signal: new AbortController().signal })
  expect(bytes).toHaveLength(10)
})

test('two workers read concurrently', async () => {
  start({ workers: 2 })
  const endless = recognize(NEVER_ANSWERS).catch((error: unknown) => error)
  expect(await threadOf()).toMatch(/^\d+$/)
  await engine.close()
  expect(await endless).toEqual(UNAVAILABLE)
})

test('warming starts every worker', async () => {
  start({ workers: 2 })
  await engine.warm()
  const [first, second] = await Promise.all([threadOf(), threadOf()])
  expect(first).not.toBe(second)
})

test('an error of the thread keeps its code', async () => {
  start()
  const error: unknown = await recognize(REFUSES).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(RecognitionError)
  expect(error).toMatchObject({ code: 'NOT_A_LICENSE', retryable: false })
})

test.each([
  ['exits', EXITS],
  ['throws', THROWS],
])('a thread that %s fails only its own picture; a new thread reads the next', async (_, deed) => {
  start()
  const before = await threadOf()
  const crashing = recognize(deed).catch((error: unknown) => error)
  const after = await threadOf()
  expect(await crashing).toEqual(KILLED_BY_PICTURE)
  expect(after).toMatch(/^\d+$/)
  expect(after).not.toBe(before)
})

test('a crash does not affect the other worker', async () => {
  start({ workers: 2 })
  const controller = new AbortController()
  const reading = recognize(READS_UNTIL_CANCELLED, { signal: controller.signal }).catch((error: unknown) => error)
  await expect(recognize(EXITS)).rejects.toThrow(KILLED_BY_PICTURE)
  controller.abort(CANCELLED)
  expect(await reading).toBe(CANCELLED)
})

test('the engine is unavailable if threads cannot start', async () => {
  start({ entry: new URL('./fails-to-start.mjs', import.meta.url) })
  await expect(engine.warm()).rejects.toMatchObject({
    code: 'ENGINE_UNAVAILABLE',
    details: { cause: { message: 'no models here' } },
  })
  await expect(recognize(ANSWERS)).rejects.toThrow(UNAVAILABLE)
})

test('crashes in a row back off exponentially, except the first', () => {
  expect([1, 2, 3, 4, 50].map(pauseMs)).toEqual([0, 200, 400, 800, 5000])
})

test('closing does not wait for the backoff', async () => {
  start({ entry: new URL('./fails-to-start.mjs', import.meta.url) })
  for (let i = 0; i < 2; i++) await expect(recognize(ANSWERS)).rejects.toThrow(UNAVAILABLE)
  const paused = recognize(ANSWERS).catch((error: unknown) => error)
  await engine.close()
  expect(await paused).toEqual(UNAVAILABLE)
})

test('too many waiting pictures are rejected', async () => {
  start({ maxWaiting: 2 })
  const controller = new AbortController()
  const reading = recognize(READS_UNTIL_CANCELLED, { signal: controller.signal }).catch((error: unknown) => error)
  const accepted = [recognize(ANSWERS), recognize(ANSWERS)]
  await expect(recognize(ANSWERS)).rejects.toThrow(BUSY)
  controller.abort(CANCELLED)
  await reading
  await expect(Promise.all(accepted)).resolves.toHaveLength(2)
})

test('too many waiting bytes are rejected', async () => {
  start({ maxWaitingBytes: 100 })
  const controller = new AbortController()
  const reading = recognize(READS_UNTIL_CANCELLED, { signal: controller.signal, bytes: 1000 }).catch(() => undefined)
  const accepted = recognize(ANSWERS, { bytes: 60 })
  await expect(recognize(ANSWERS, { bytes: 41 })).rejects.toThrow(BUSY)
  const fits = recognize(ANSWERS, { bytes: 40 })
  controller.abort(CANCELLED)
  await reading
  await expect(Promise.all([accepted, fits])).resolves.toHaveLength(2)
})

test('a picture that is aborted while it waits is not read', async () => {
  start()
  const before = await threadOf()
  const [running, waiting] = [new AbortController(), new AbortController()]
  const reading = recognize(READS_UNTIL_CANCELLED, { signal: running.signal }).catch(() => undefined)
  const dropped = recognize(EXITS, { signal: waiting.signal })
  waiting.abort(CANCELLED)
  await expect(dropped).rejects.toBe(CANCELLED)
  running.abort(CANCELLED)
  await reading
  expect(await threadOf()).toBe(before)
})

test('a picture that is aborted while it is read rejects with the reason and frees the worker', async () => {
  start()
  const before = await threadOf()
  const controller = new AbortController()
  const aborted = recognize(READS_UNTIL_CANCELLED, { signal: controller.signal })
  const next = recognize(REFUSES)
  controller.abort(new RecognitionError('TIMEOUT'))
  await expect(aborted).rejects.toThrow(new RecognitionError('TIMEOUT'))
  await expect(next).rejects.toThrow(new RecognitionError('NOT_A_LICENSE'))
  expect(await threadOf()).toBe(before)
})

test('a thread that times out is replaced', async () => {
  start({ maxReadMs: 50 })
  const before = await threadOf()
  await expect(recognize(NEVER_ANSWERS)).rejects.toThrow(KILLED_BY_PICTURE)
  expect(await threadOf()).not.toBe(before)
})

test('closing rejects current, waiting and later pictures', async () => {
  start({ workers: 2 })
  const all = [recognize(NEVER_ANSWERS), recognize(NEVER_ANSWERS), recognize(ANSWERS)]
  const outcomes = Promise.allSettled(all)
  await engine.close()
  for (const outcome of await outcomes) expect(outcome).toEqual({ status: 'rejected', reason: UNAVAILABLE })
  await expect(recognize(ANSWERS)).rejects.toThrow(UNAVAILABLE)
  await expect(engine.warm()).rejects.toThrow(UNAVAILABLE)
})

test('an idle engine does not keep its process alive', async () => {
  const program = fileURLToPath(new URL('./idle.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program])
  expect(stdout).toBe('warm\n')
})

test('closing an engine during a picture does not crash the process', async () => {
  const program = fileURLToPath(new URL('./closes.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program])
  expect(stdout).toBe('alive\n')
})
