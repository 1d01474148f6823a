import type { Answers } from '../../recognition/idempotency/answers'
import type { Counters } from '../../recognition/limits/counters'
import type { DatabaseCall, DatabaseFailure } from '../../simulator/cloud/database'
import { processEnvironment } from '../../simulator/cloud/functions/environment'
import { testAnswers } from '../recognition/idempotency/answers-contract'
import { testCounters } from '../recognition/limits/counters-contract'
import { fakeEngine } from '../recognition/pictures'
import { type StartedCloud, startCloud } from '../simulator/cloud/start'

// The function's state on the unmodified SDK, in this process.
const HOUR_MS = 3_600_000
let started: StartedCloud
let createCloudCounters: () => Counters
let createCloudAnswers: () => Answers
let personOf: (openid: string) => Promise<string>
let calls: DatabaseCall[]
let fault: (call: DatabaseCall) => DatabaseFailure | undefined

beforeAll(async () => {
  started = await startCloud({
    engine: fakeEngine(),
    databaseFault: (call) => {
      calls.push(call)
      return fault(call)
    },
  })
  Object.assign(process.env, processEnvironment(`${started.cloud.origin}/admin/vehicleLicense`))
  ;({ createCloudCounters } = await import('../../cloudfunctions/vehicleLicense/src/state/counters'))
  ;({ createCloudAnswers } = await import('../../cloudfunctions/vehicleLicense/src/state/answers'))
  ;({ personOf } = await import('../../cloudfunctions/vehicleLicense/src/state/persons'))
})
afterAll(() => started.close())
beforeEach(() => {
  calls = []
  fault = () => undefined
})

describe('counters', () => {
  testCounters(() => createCloudCounters())

  test('count together, whichever instance is asked', async () => {
    const instances = Array.from({ length: 4 }, () => createCloudCounters())
    const takes = instances.flatMap((counters) =>
      Array.from({ length: 10 }, () => counters.take('day:shared', 30, HOUR_MS)),
    )
    const counts = (await Promise.all(takes)).filter((count) => count !== undefined)
    expect(counts).toHaveLength(30)
    expect(Math.max(...counts)).toBe(30)
    await expect(instances[0]?.take('day:shared', 30, HOUR_MS)).resolves.toBeUndefined()
  })

  test('cost one round trip, for a first count and for the next', async () => {
    const counters = createCloudCounters()
    await counters.take('day:trips', 5, HOUR_MS)
    calls = []
    await expect(counters.take('day:other', 5, HOUR_MS)).resolves.toBe(1)
    await expect(counters.take('day:trips', 5, HOUR_MS)).resolves.toBe(2)
    expect(calls.map(({ action }) => action)).toEqual(['insertDocument', 'modifyDocument'])
  })

  test('notice what another instance gave back', async () => {
    const [one, two] = [createCloudCounters(), createCloudCounters()]
    await one.take('day:back', 1, HOUR_MS)
    await two.giveBack('day:back')
    await expect(one.take('day:back', 1, HOUR_MS)).resolves.toBe(1)
  })
})

describe('answers', () => {
  testAnswers(() => createCloudAnswers())

  test('cost one round trip to claim', async () => {
    calls = []
    await createCloudAnswers().claim('trips', 'a', HOUR_MS)
    expect(calls).toHaveLength(1)
  })
})

test('a collection that is missing is made', async () => {
  started.cloud.database.clear()
  const takes = Array.from({ length: 5 }, () => createCloudCounters().take('day:new', 3, HOUR_MS))
  const counts = await Promise.all(takes)
  expect(counts.filter((count) => count !== undefined).sort()).toEqual([1, 2, 3])
})

test.each<DatabaseFailure>(['reset', 'hang', { status: 500 }, { code: 'DATABASE_REQUEST_FAILED', message: 'down' }])(
  'a database that fails (%j) is told as ENGINE_BUSY',
  async (failure) => {
    fault = () => failure
    await expect(createCloudCounters().take('day:down', 3, HOUR_MS)).rejects.toMatchObject({ code: 'ENGINE_BUSY' })
    await expect(createCloudAnswers().claim('down', 'a', HOUR_MS)).rejects.toMatchObject({ code: 'ENGINE_BUSY' })
  },
)

test('the key of the persons’ hashes is made once, whoever asks first, and tried for again where it failed', async () => {
  started.cloud.database.clear()
  fault = () => 'reset'
  await expect(personOf('o-1')).rejects.toMatchObject({ code: 'ENGINE_BUSY' })
  fault = () => undefined
  const [one, two, again] = await Promise.all(['o-1', 'o-2', 'o-1'].map((openid) => personOf(openid)))
  expect(one).toBe(again)
  expect(one).not.toBe(two)
  expect([...(started.cloud.database.get('vehicle_license_keys') ?? [])]).toHaveLength(1)

  calls = []
  await personOf('o-1')
  expect(calls).toHaveLength(0)
})

test('another instance uses the key that is there', async () => {
  const mine = await personOf('o-1')
  let others: typeof personOf | undefined
  await jest.isolateModulesAsync(async () => {
    ;({ personOf: others } = await import('../../cloudfunctions/vehicleLicense/src/state/persons'))
  })
  await expect(others?.('o-1')).resolves.toBe(mine)
})
