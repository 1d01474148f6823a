import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fuzzPictures } from '../../scripts/fuzz/pictures'
import { fuzzReplies } from '../../scripts/fuzz/replies'
import { ofThrown } from '../../scripts/fuzz/replies/readers'
import { run } from '../../scripts/fuzz/run'
import type { Tally } from '../../scripts/fuzz/tally'
import type { Fuzz, Verdict } from '../../scripts/fuzz/verdict'
import { exchangeProblem, logProblem } from '../../scripts/fuzz/wire/judge'

const out = mkdtempSync(join(tmpdir(), 'fuzz-test-'))
afterAll(() => {
  rmSync(out, { recursive: true })
})

async function command(args: readonly string[]) {
  let [text, error] = ['', '']
  const code = await run(args, { env: {}, out: (more) => (text += more), error: (more) => (error += more) })
  return { code, text, error }
}

async function problemsOf(fuzz: Fuzz, count: number): Promise<readonly (string | undefined)[]> {
  const verdicts: Verdict[] = []
  for await (const verdict of fuzz({ seed: 'test', numbers: Array.from({ length: count }, (_, i) => i) }))
    verdicts.push(verdict)
  return verdicts.map(({ problem }) => problem)
}

test.each([
  ['pictures', 40],
  ['replies', 500],
  ['wire', 200],
])('%s: %d cases without failures', async (target, count) => {
  const { code, text } = await command([target, '--count', String(count), '--seed', '1', '--json', '--out', out])
  const { cases, failures, outcomes } = JSON.parse(text) as Tally
  expect(failures).toEqual([])
  expect(cases).toBe(count)
  expect(Object.keys(outcomes).length).toBeGreaterThan(3)
  expect(code).toBe(0)
  expect(readdirSync(out)).toEqual([])
})

test('a picture fails if it takes too much time or memory', async () => {
  // Pictures that mostly wait for the CPU do not count: expect one of three.
  const slow = await problemsOf(fuzzPictures({ maxMs: -1, maxMb: 10_000 }), 3)
  expect(slow).toContainEqual(expect.stringMatching(/^\d+ ms$/))
  expect(await problemsOf(fuzzPictures({ maxMs: 60_000, maxMb: 1 }), 1)).toEqual([expect.stringMatching(/^\d+ MB$/)])
})

test('a parser fails if it throws an undocumented error', async () => {
  const reader = { name: 'bad', sample: 'recognition', read: () => ofThrown(new TypeError('not prepared')) } as const
  expect(await problemsOf(fuzzReplies([reader]), 2)).toEqual([
    expect.stringContaining('not prepared'),
    expect.stringContaining('not prepared'),
  ])
})

describe('a response of the server', () => {
  const sent = { name: 'a request', bytes: Buffer.from('GET / HTTP/1.1\r\n\r\n'), isWhole: true }
  const problem = (status: number, body: string, type = 'application/json') =>
    exchangeProblem(sent, { response: { status, type, body }, isStuck: false })
  const failure = (code: string) =>
    JSON.stringify({ ok: false, error: { code, message: 'not found', retryable: false } })

  test.each([
    [404, failure('NOT_FOUND'), undefined],
    [400, failure('NOT_FOUND'), 'status 400 with NOT_FOUND'],
    [404, failure('LOST'), 'status 404 with an invalid body'],
    [404, 'Not Found', 'status 404 with an invalid body'],
    [500, failure('ENGINE_UNAVAILABLE'), expect.stringContaining('status 500')],
    [200, '{"ok":true,"recognition":{"license":{"vin":5},"cards":{}}}', 'invalid recognition'],
    [200, 'OK', expect.stringContaining('not a JSON object')],
  ])('%d %s: %s', (status, body, expected) => {
    expect(problem(status, body)).toEqual(expected)
  })

  test('no response, an open connection and unforeseen log lines are problems', () => {
    expect(exchangeProblem(sent, { isStuck: false })).toBe('no answer')
    expect(exchangeProblem(sent, { isStuck: true })).toBe('the connection was left open')
    expect(logProblem('{"level":50,"msg":"unforeseen"}')).toContain('unforeseen')
    expect(logProblem('{"level":40,"msg":"a warning"}')).toBeUndefined()
  })
})

test('cases are reproducible, and --only runs a single one', async () => {
  const all = await command(['replies', '--count', '30', '--seed', 'same', '--json'])
  const again = await command(['replies', '--count', '30', '--seed', 'same', '--json'])
  const [first, second] = [all, again].map(({ text }) => (JSON.parse(text) as Tally).outcomes)
  expect(second).toEqual(first)
  const only = await command(['replies', '--only', '7', '--seed', 'same', '--json'])
  expect((JSON.parse(only.text) as Tally).slowest).toMatchObject([{ number: 7 }])
})

test.each([
  [[], 'name one target: pictures|replies|wire'],
  [['words'], 'target must be one of'],
  [['wire', '--count', 'many'], '--count must be a whole number'],
  [['wire', '--colour'], '--colour'],
])('%j is a usage error', async (args, hint) => {
  const { code, text, error } = await command(args)
  expect(code).toBe(2)
  expect(text).toBe('')
  expect(error).toContain(hint)
})

test('--help needs no target', async () => {
  const { code, text } = await command(['--help'])
  expect(code).toBe(0)
  expect(text).toContain('--only')
})
