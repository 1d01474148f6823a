import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { picture } from '../recognition/pictures'
import { type StartedFunction, startFunction } from './start'

let folder: string
let started: StartedFunction

beforeAll(async () => {
  // The functions' processes say who they are, so that they can be made to crash.
  folder = await mkdtemp(join(tmpdir(), 'preload-'))
  const preload = join(folder, 'say-pid.cjs')
  await writeFile(preload, 'console.log(`pid ${process.pid}`)')
  started = await startFunction({ functionEnvironment: { NODE_OPTIONS: `--require ${preload}` } })
})
afterAll(async () => {
  await started.close()
  await rm(folder, { recursive: true })
})
beforeEach(() => started.reset())

function crash(): void {
  for (const line of started.lines.filter((line) => line.startsWith('pid '))) {
    try {
      process.kill(Number(line.slice(4)), 'SIGKILL')
    } catch {
      // It is gone already.
    }
  }
}

/** As if so much time went by. */
function age(collection: string, ms: number): void {
  for (const document of started.cloud.database.get(collection)?.values() ?? []) {
    document.expireAt = Number(document.expireAt) - ms
  }
}
const countOf = (collection: string): number => started.cloud.database.get(collection)?.size ?? 0

test('what a crash left behind is swept, but nothing that may still be read', async () => {
  const { cloud, post, upload } = started
  started.fault = () => {
    crash()
    return 'hang'
  }
  const fileID = await upload(await picture('jpeg'))
  const { json } = await post('functions/vehicleLicense', { type: 'photo', fileID })
  expect(json).toMatchObject({ errCode: -504002 })
  expect([...cloud.files.keys()]).toEqual([fileID])

  await expect(cloud.fireTimer('sweep')).resolves.toMatchObject({ pictures: { gone: 0, left: 0 } })
  expect([...cloud.files.keys()]).toEqual([fileID])

  age('vehicle_license_uploads', 10 * 60_000)
  await expect(cloud.fireTimer('sweep')).resolves.toMatchObject({ pictures: { gone: 1, left: 0 } })
  expect([...cloud.files.keys()]).toEqual([])
  expect(countOf('vehicle_license_uploads')).toBe(0)
})

test('what a process that died was at, the next one does', async () => {
  const bytes = await picture('jpeg')
  const asking = { bytes, key: 'k' }
  started.fault = () => {
    crash()
    return 'hang'
  }
  await expect(started.recognize(asking)).rejects.toThrow()
  started.fault = () => undefined
  age('vehicle_license_answers', 60_000)
  await expect(started.recognize(asking)).resolves.toMatchObject({ ok: true })
})

test('a record goes with the next request, when its picture is gone', async () => {
  const { recognize } = started
  await recognize()
  expect(countOf('vehicle_license_uploads')).toBe(1)
  await recognize()
  expect(countOf('vehicle_license_uploads')).toBe(1)
})

test('the sweep removes what is over, and logs numbers alone', async () => {
  const { cloud, recognize, log, lines } = started
  for (const person of ['a', 'b', 'c']) await recognize({ person })
  await log()
  const before = lines.length
  await expect(cloud.fireTimer('sweep')).resolves.toMatchObject({ counters: 0, answers: 0 })

  age('vehicle_license_answers', 10 * 60_000)
  age('vehicle_license_counters', 2 * 60_000)
  // The counts of the minute are over, those of the day are not.
  await expect(cloud.fireTimer('sweep')).resolves.toMatchObject({ counters: 3, answers: 3 })
  expect(countOf('vehicle_license_counters')).toBe(4)
  age('vehicle_license_counters', 30 * 3_600_000)
  await expect(cloud.fireTimer('sweep')).resolves.toMatchObject({ counters: 4 })
  expect(countOf('vehicle_license_keys')).toBe(1)

  const swept = await log(before)
  expect(swept).toHaveLength(3)
  for (const line of swept) {
    expect(Object.keys(line).sort()).toEqual(['answers', 'counters', 'event', 'level', 'pictures', 'time'])
  }
})

test('the sweep leaves off in good time, and goes on the next time', async () => {
  const { cloud } = started
  const expireAt = Date.now() - 1
  cloud.database.set(
    'vehicle_license_counters',
    new Map(Array.from({ length: 2_500 }, (_, i) => [`old:${i}`, { _id: `old:${i}`, count: 1, expireAt }])),
  )
  await expect(cloud.fireTimer('sweep')).resolves.toMatchObject({ counters: 2_000 })
  await expect(cloud.fireTimer('sweep')).resolves.toMatchObject({ counters: 500 })
})

test('a person cannot run the sweep', async () => {
  const { recognize, callFunction } = started
  await recognize()
  age('vehicle_license_answers', 10 * 60_000)
  await expect(callFunction({}, 'sweep')).resolves.toMatchObject({ answers: 0 })
  expect(countOf('vehicle_license_answers')).toBe(1)
})

test('the sweep does what it can where the database fails in part', async () => {
  const { cloud, recognize, log, lines } = started
  await recognize()
  age('vehicle_license_answers', 10 * 60_000)
  const before = lines.length
  started.databaseFault = ({ collection }) => (collection.endsWith('counters') ? { status: 500 } : undefined)
  await expect(cloud.fireTimer('sweep')).resolves.toMatchObject({ answers: 1, counters: 0 })
  await expect(log(before)).resolves.toContainEqual(
    expect.objectContaining({ event: 'sweep-failed', what: 'counters' }),
  )
})
