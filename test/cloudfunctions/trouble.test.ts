import type { DatabaseCall, DatabaseFailure } from '../../simulator/cloud/database'
import { picture } from '../recognition/pictures'
import { errorReply } from '../recognition/error-reply'
import { reading, type StartedFunction, startFunction } from './start'

let started: StartedFunction
beforeAll(async () => {
  started = await startFunction()
  // From now on its process knows the key to who is who.
  await started.recognize()
})
afterAll(() => started.close())
beforeEach(() => started.reset())

const noFiles = (): void => expect([...started.cloud.files.keys()]).toEqual([])
/** What the function logs while `run` goes on. */
async function logged(run: () => Promise<unknown>): Promise<readonly Record<string, unknown>[]> {
  const before = started.lines.length
  await run()
  return started.log(before)
}

const FAILURES: [string, DatabaseFailure][] = [
  ['hangs', 'hang'],
  ['cuts connections', 'reset'],
  ['answers 500', { status: 500 }],
  ['is over its limits', { code: 'EXCEED_REQUEST_LIMIT', message: 'busy' }],
]

test.each(FAILURES)('a database that %s: the request is answered, and the picture deleted', async (_, failure) => {
  started.databaseFault = () => failure
  await expect(started.recognize()).resolves.toEqual(errorReply('ENGINE_BUSY'))
  // Nothing is spent that cannot be counted.
  expect(started.calls).toHaveLength(0)
  noFiles()

  started.databaseFault = () => undefined
  await expect(started.recognize()).resolves.toEqual(reading())
})

test('where it cannot be told whose it is, a picture is neither read nor deleted: the mini program deletes it', async () => {
  const fresh = await startFunction()
  try {
    const fileID = await fresh.uploadTo('vehicle-license/somebody/a.jpg', await picture('jpeg'))
    fresh.databaseFault = () => ({ status: 500 })
    expect(await fresh.callFunction({ type: 'photo', fileID })).toEqual(errorReply('ENGINE_BUSY'))
    expect(fresh.calls).toHaveLength(0)
    expect([...fresh.cloud.files.keys()]).toEqual([fileID])
  } finally {
    await fresh.close()
  }
})

test('a hanging database takes no more than the function’s time', async () => {
  const short = await startFunction({ functionTimeoutMs: 2_000 })
  try {
    await short.recognize()
    short.databaseFault = () => 'hang'
    await expect(short.recognize()).resolves.toEqual(errorReply('TIMEOUT'))
    expect([...short.cloud.files.keys()]).toEqual([])
  } finally {
    await short.close()
  }
})

test.each(FAILURES)('an answer is given also where it cannot be kept: a database that then %s', async (_, failure) => {
  const isSaving = ({ action, collection }: DatabaseCall) =>
    collection.endsWith('answers') && action === 'modifyDocument'
  started.databaseFault = (call) => (isSaving(call) ? failure : undefined)
  const lines = await logged(() => expect(started.recognize()).resolves.toEqual(reading()))
  expect(lines.map(({ event }) => event).sort()).toEqual(['answer-not-kept', 'recognize'])
  noFiles()
})

test('a picture that cannot be recorded is read all the same', async () => {
  started.databaseFault = ({ collection }) => (collection.endsWith('uploads') ? { status: 500 } : undefined)
  await expect(started.recognize()).resolves.toEqual(reading())
  noFiles()
})

test('a file of another environment is neither read nor deleted', async () => {
  const { cloud, calls, callFunction, upload } = started
  const fileID = await upload(await picture('jpeg'))
  const others = fileID.replace('cloud://simulator-', 'cloud://somebodys-')
  const file = cloud.files.get(fileID)
  if (file) cloud.files.set(others, file)
  await expect(callFunction({ type: 'photo', fileID: others })).resolves.toEqual(errorReply('INVALID_REQUEST'))
  expect(calls).toHaveLength(0)
  expect(cloud.files.has(others)).toBe(true)
})
