import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { createEmbeddedEngine, type EmbeddedEngine } from '../../../../recognition/engines/embedded'
import type { LicenseImage } from '../../../../recognition/engine'

const entry = new URL('./stand-in.mjs', import.meta.url)
const UNAVAILABLE = new RecognitionError('ENGINE_UNAVAILABLE')

const [ANSWERS, EXITS, THROWS, REFUSES, ANSWERS_LATER, NEVER_ANSWERS] = [1, 2, 3, 4, 5, 6]

let engine: EmbeddedEngine
beforeEach(() => {
  engine = createEmbeddedEngine({ entry, maxWaiting: 2 })
})
afterEach(() => engine.close())

function recognize(deed: number, signal = new AbortController().signal) {
  const image: LicenseImage = { bytes: Buffer.from([deed]), contentType: 'image/jpeg', width: 1, height: 1 }
  return engine.recognize(image, { type: 'photo', signal })
}

const threadOf = async (): Promise<string | undefined> => (await recognize(ANSWERS)).license.owner

test('one thread serves all', async () => {
  await engine.warm()
  expect(await threadOf()).toBe(await threadOf())
})

test('an error keeps its code on its way out of the thread', async () => {
  const error: unknown = await recognize(REFUSES).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(RecognitionError)
  expect(error).toMatchObject({ code: 'NOT_A_LICENSE', retryable: false })
})

test.each([
  ['exits', EXITS],
  ['throws', THROWS],
])('a thread that %s takes all that wait with it; the next request has a new one', async (_, deed) => {
  const before = await threadOf()
  const all = [recognize(deed), recognize(ANSWERS), recognize(ANSWERS)]
  for (const one of all) await expect(one).rejects.toThrow(UNAVAILABLE)
  const after = await threadOf()
  expect(after).toMatch(/^\d+$/)
  expect(after).not.toBe(before)
})

test('too many at once are refused, not kept', async () => {
  const accepted = [recognize(ANSWERS_LATER), recognize(ANSWERS), recognize(ANSWERS)]
  await expect(recognize(ANSWERS)).rejects.toThrow(new RecognitionError('ENGINE_BUSY'))
  await expect(Promise.all(accepted)).resolves.toHaveLength(3)
})

test('an aborted request rejects with its reason though the thread is still at it; the next has its own answer', async () => {
  const controller = new AbortController()
  const aborted = recognize(ANSWERS_LATER, controller.signal)
  const next = recognize(REFUSES)
  controller.abort(new RecognitionError('TIMEOUT'))
  await expect(aborted).rejects.toThrow(new RecognitionError('TIMEOUT'))
  await expect(next).rejects.toThrow(new RecognitionError('NOT_A_LICENSE'))
})

test('closing rejects what is read, what waits and what comes later', async () => {
  const all = [recognize(NEVER_ANSWERS), recognize(ANSWERS)]
  const outcomes = Promise.allSettled(all)
  await engine.close()
  for (const outcome of await outcomes) expect(outcome).toEqual({ status: 'rejected', reason: UNAVAILABLE })
  await expect(recognize(ANSWERS)).rejects.toThrow(UNAVAILABLE)
})

test('an idle engine does not keep its process alive', async () => {
  const program = fileURLToPath(new URL('./idle.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program])
  expect(stdout).toBe('warm\n')
})
