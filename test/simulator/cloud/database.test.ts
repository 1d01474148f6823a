import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseFault } from '../../../simulator/cloud/database'
import { fakeEngine } from '../../recognition/pictures'
import { type StartedCloud, startCloud } from './start'

const SDK = createRequire(__filename).resolve('wx-server-sdk')
/** Runs an expression with the SDK's database in a function. */
const FUNCTION = `
  const cloud = require(${JSON.stringify(SDK)})
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, timeout: 1000 })
  const db = cloud.database()
  exports.main = async ({ code }) => {
    try {
      return await new Function('db', '_', 'things', 'return ' + code)(db, db.command, db.collection('things'))
    } catch ({ errCode, errMsg }) {
      return { errCode, errMsg }
    }
  }`

let folder: string
let started: StartedCloud
let fault: DatabaseFault

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'functions-'))
  await mkdir(join(folder, 'run'))
  await writeFile(join(folder, 'run', 'index.js'), FUNCTION)
  started = await startCloud({ engine: fakeEngine(), functionsDir: folder, databaseFault: (call) => fault(call) })
})
afterAll(async () => {
  await started.close()
  await rm(folder, { recursive: true })
})
beforeEach(() => {
  fault = () => undefined
  started.cloud.database.clear()
  started.cloud.database.set('things', new Map())
})

const run = (code: string): Promise<unknown> => started.callFunction({ code }, 'run')

test('adds and returns a document under its own ID or a new one', async () => {
  await expect(run(`things.add({ data: { _id: 'a', count: 1, at: { x: 1.5 } } })`)).resolves.toMatchObject({ _id: 'a' })
  await expect(run(`things.doc('a').get()`)).resolves.toMatchObject({ data: { _id: 'a', count: 1, at: { x: 1.5 } } })
  const { _id } = (await run(`things.add({ data: { count: 2 } })`)) as { _id: string }
  await expect(run(`things.doc('${_id}').get()`)).resolves.toMatchObject({ data: { _id, count: 2 } })
})

test('rejects a duplicate ID like MongoDB', async () => {
  await run(`things.add({ data: { _id: 'a', count: 1 } })`)
  await expect(run(`things.add({ data: { _id: 'a', count: 2 } })`)).resolves.toMatchObject({
    errCode: -502001,
    errMsg: expect.stringContaining('E11000 duplicate key error') as string,
  })
  await expect(run(`things.doc('a').get()`)).resolves.toMatchObject({ data: { count: 1 } })
})

test('does not create collections implicitly', async () => {
  const absent = { errCode: -502005, errMsg: expect.stringContaining('not exist') as string }
  for (const code of [
    `add({ data: { x: 1 } })`,
    `doc('a').get()`,
    `doc('a').set({ data: { x: 1 } })`,
    `where({ x: 1 }).update({ data: { x: 2 } })`,
    `where({ x: 1 }).remove()`,
    `count()`,
  ]) {
    await expect(run(`db.collection('absent').${code}`)).resolves.toMatchObject(absent)
  }
  await run(`db.createCollection('absent')`)
  await expect(run(`db.collection('absent').count()`)).resolves.toMatchObject({ total: 0 })
  await expect(run(`db.createCollection('absent')`)).resolves.toMatchObject({ errCode: -1 })
})

test('updates the documents that match, and returns their number', async () => {
  await run(`things.add({ data: { _id: 'a', count: 1, max: 5 } })`)
  const update = `things.where({ _id: 'a', count: _.lt(2) }).update({ data: { count: _.inc(1), max: _.max(9), by: 'x' } })`
  await expect(run(update)).resolves.toMatchObject({ stats: { updated: 1 } })
  await expect(run(update)).resolves.toMatchObject({ stats: { updated: 0 } })
  await expect(run(`things.doc('a').get()`)).resolves.toMatchObject({ data: { count: 2, max: 9, by: 'x' } })
  await run(`things.doc('a').update({ data: { by: _.remove(), 'at.x': 1 } })`)
  await expect(run(`things.doc('a').get()`)).resolves.toMatchObject({
    data: { _id: 'a', count: 2, max: 9, at: { x: 1 } },
  })
  await expect(run(`things.doc('b').update({ data: { x: 1 } })`)).resolves.toMatchObject({ stats: { updated: 0 } })
})

test('sets a whole document, existing or not', async () => {
  await expect(run(`things.doc('a').set({ data: { x: 1 } })`)).resolves.toMatchObject({ stats: { created: 1 } })
  await expect(run(`things.doc('a').set({ data: { y: 2 } })`)).resolves.toMatchObject({ stats: { updated: 1 } })
  await expect(run(`things.get()`)).resolves.toMatchObject({ data: [{ _id: 'a', y: 2 }] })
})

test('finds with order, skip, limit and projection', async () => {
  for (const at of [3, 1, 2]) await run(`things.add({ data: { _id: 'd${at}', at: ${at}, text: 'x' } })`)
  await expect(
    run(`things.where({ at: _.gt(1) }).orderBy('at', 'desc').skip(1).limit(5).field({ at: true }).get()`),
  ).resolves.toMatchObject({ data: [{ _id: 'd2', at: 2 }] })
  await expect(run(`things.where({ _id: _.in(['d1', 'd3', 'd9']) }).remove()`)).resolves.toMatchObject({
    stats: { removed: 2 },
  })
  await expect(run(`things.doc('d2').remove()`)).resolves.toMatchObject({ stats: { removed: 1 } })
  await expect(run(`things.count()`)).resolves.toMatchObject({ total: 0 })
})

test('counts up to the limit under concurrent calls', async () => {
  await run(`things.add({ data: { _id: 'a', count: 0 } })`)
  const take = `things.where({ _id: 'a', count: _.lt(7) }).update({ data: { count: _.inc(1) } })`
  const taken = await Promise.all(Array.from({ length: 20 }, () => run(take)))
  expect(taken.filter((result) => (result as { stats: { updated: number } }).stats.updated === 1)).toHaveLength(7)
})

test.each([
  ['hang', -501001],
  ['reset', -501001],
  [{ status: 500 }, -501001],
  [{ code: 'DATABASE_REQUEST_FAILED', message: 'down' }, -502001],
] as const)('fails as it is told to: %j', async (failure, errCode) => {
  const calls: unknown[] = []
  fault = (call) => {
    calls.push(call)
    return failure
  }
  await expect(run(`things.doc('a').get()`)).resolves.toMatchObject({ errCode })
  expect(calls).toContainEqual({ action: 'getDocument', collection: 'things' })
})
