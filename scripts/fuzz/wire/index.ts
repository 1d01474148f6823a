import { existsSync, readdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import type { Fuzz, Verdict } from '../verdict'
import { exchange } from './exchange'
import { exchangeProblem, logProblem } from './judge'
import { makeRequest, type SentRequest } from './make'
import { type Fixtures, routes } from './samples'
import { writeRequest } from './request'
import { startTarget, type Target } from './server'
import { watchUncaught } from './uncaught'

const CONNECTIONS = 4
/** Other open descriptors: timers, DNS, closing connections. */
const SPARE_DESCRIPTORS = 5
/** Time for closed connections to disappear. */
const SETTLE_MS = 3_000

const FOLDER = '/proc/self/fd'
const countDescriptors = (): number | undefined => (existsSync(FOLDER) ? readdirSync(FOLDER).length : undefined)

const NO_FIXTURES: Fixtures = { session: '', accessToken: '', picture: Buffer.alloc(0) }

async function ask(target: Target, path: string, means: Fixtures): Promise<Readonly<Record<string, unknown>>> {
  const request = routes(means).find((route) => route.path === path)
  if (!request) throw new Error(`No route ${path}`)
  const sent = { name: path, bytes: writeRequest(request), isWhole: true }
  const { response } = await exchange(target, sent)
  return JSON.parse(response?.body ?? '{}') as Readonly<Record<string, unknown>>
}

/** Sessions and tokens differ in each run, so the bytes of a case do too, but not its mutations. */
async function prepareFixtures(target: Target): Promise<Fixtures> {
  const picture = await sharp({ create: { width: 200, height: 150, channels: 3, background: '#c0d0c0' } })
    .jpeg()
    .toBuffer()
  const { session } = await ask(target, '/login', NO_FIXTURES)
  const { access_token: accessToken } = await ask(target, '/cgi-bin/token', NO_FIXTURES)
  return { session: String(session), accessToken: String(accessToken), picture }
}

async function run(target: Target, sent: SentRequest, number: number): Promise<Verdict> {
  const begin = performance.now()
  const done = await exchange(target, sent)
  const problem = exchangeProblem(sent, done)
  return {
    number,
    made: sent.name,
    outcome: done.response ? String(done.response.status) : 'hung up on',
    ms: performance.now() - begin,
    ...(problem !== undefined && { problem }),
    input: () => sent.bytes,
  }
}

const ofAll = (outcome: string, problem?: string): Verdict => ({
  made: 'after all requests',
  outcome,
  ms: 0,
  ...(problem !== undefined && { problem }),
})

/** Checks that the server still works and leaks no descriptors. */
async function* checkAfterwards(target: Target, means: Fixtures, before: number | undefined): AsyncIterable<Verdict> {
  const { ok } = await ask(target, '/vehicle-license', means)
  yield ofAll('a valid request', ok === true ? undefined : 'a valid request failed')
  const until = performance.now() + SETTLE_MS
  const isTooMany = (): boolean => (countDescriptors() ?? 0) > (before ?? 0) + SPARE_DESCRIPTORS
  while (before !== undefined && isTooMany() && performance.now() < until) await wait(100)
  if (before === undefined) yield ofAll('descriptors not counted (only on Linux)')
  else {
    const now = countDescriptors() ?? 0
    const counts = `${before} file descriptors before, ${now} after`
    yield ofAll(isTooMany() ? counts : 'descriptors as before', isTooMany() ? counts : undefined)
  }
}

/** Sends mutated requests to the companion server in this process. */
export const fuzzWire: Fuzz = async function* ({ seed, numbers }) {
  const uncaught = watchUncaught()
  const target = await startTarget()
  try {
    const means = await prepareFixtures(target)
    await ask(target, '/vehicle-license', means)
    target.lines()
    const before = countDescriptors()
    for (let at = 0; at < numbers.length; at += CONNECTIONS) {
      const some = numbers.slice(at, at + CONNECTIONS)
      const sent = some.map((number) => ({ number, request: makeRequest(means, seed, number) }))
      const verdicts = await Promise.all(sent.map(({ number, request }) => run(target, request, number)))
      const logged = target.lines().map(logProblem)
      const [problem] = [...logged.filter((line) => line !== undefined), ...uncaught.take()]
      // Any of the concurrent requests may be the cause.
      for (const verdict of verdicts) yield problem === undefined ? verdict : { problem, ...verdict }
    }
    yield* checkAfterwards(target, means, before)
  } finally {
    await target.close()
    uncaught.stop()
  }
}
