import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bar } from '../../../scripts/recognize/bar'
import { run } from '../../../scripts/recognize/run'
import type { RecognizeContext } from '../../../scripts/recognize/context'
import { RECOGNITION } from '../../recognition/pictures'
import { startServerProcess } from '../../server/batches/process'
import { CLIENTS, pictures, startWorld, type World } from '../../server/batches/world'
import { describeWithRedis } from '../../server/redis'
import { until } from '../../server/until'

const API_CLIENT = `one:${CLIENTS.one}`
/** Waits as little as makes sense. */
const HASTE = { pollMs: 50, retryMs: 100, giveUpMs: 60_000 }

const folder = mkdtempSync(join(tmpdir(), 'recognize-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const goodFiles = async (count: number, bytes?: number): Promise<string[]> =>
  (await pictures(count, bytes)).map((content, i) => file(`good-${bytes ?? 0}-${i}.jpg`, content))

function watchedBar() {
  const seen: (number | 'stop')[] = []
  const bar: Bar = {
    start: (total) => seen.push(total),
    update: (done) => seen.push(done),
    stop: () => seen.push('stop'),
  }
  return { bar, seen }
}

async function recognize(args: readonly string[], more: Partial<RecognizeContext> = {}) {
  const printed = { out: '', error: '' }
  const code = await run(args, {
    env: { API_CLIENT },
    out: (text) => (printed.out += text),
    error: (text) => (printed.error += text),
    timing: HASTE,
    ...more,
  })
  const replies = (): Record<string, unknown>[] =>
    printed.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  return { code, ...printed, replies }
}

describeWithRedis('recognize --server', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ delayMs: 20 })
  })
  afterEach(() => world.tidy())
  afterAll(() => world.close())

  test('--json: one line a file, in the order given, as by an engine here', async () => {
    const url = await world.serve()
    await world.work()
    const good = await goodFiles(12)
    const bad = [join(folder, 'missing.jpg'), file('text.jpg', Buffer.from('no picture'))]
    const large = file('large.jpg', Buffer.concat([...(await pictures(1)), Buffer.alloc(2_000_000)]))
    const files = [...bad, ...good.slice(0, 6), large, ...good.slice(6)]
    const { bar, seen } = watchedBar()
    const { code, error, replies } = await recognize(['--json', '--server', `${url}/`, ...files], { bar })

    const lines = replies()
    expect(lines.map((line) => line.file)).toEqual(files)
    expect({ code, error }).toEqual({ code: 1, error: '' })
    const codes = lines.map((line) => (line.ok === true ? 'ok' : (line.error as { code: string }).code))
    const ok = Array<string>(6).fill('ok')
    expect(codes).toEqual(['IMAGE_UNREADABLE', 'IMAGE_UNREADABLE', ...ok, 'IMAGE_TOO_LARGE', ...ok])
    expect(Object.keys(lines[2] ?? {})).toEqual(['file', 'ok', 'recognition', 'ms'])
    expect(lines[2]?.recognition).toMatchObject({ license: RECOGNITION.license })
    expect(seen).toEqual([files.length, ...files.map((_, i) => i + 1), 'stop'])
  })

  test('without --json: a table; nothing is put out while it would tear the bar apart', async () => {
    const url = await world.serve()
    await world.work()
    const out: string[] = []
    const bar: Bar = { start: () => undefined, update: () => undefined, stop: () => out.push('bar stops') }
    const files = await goodFiles(2)
    const { code } = await recognize([`--server=${url}`, '--type=scan', ...files], {
      bar,
      barSharesOutput: true,
      out: (text) => out.push(text),
    })
    expect(code).toBe(0)
    expect(out).toHaveLength(3)
    expect(out[0]).toBe('bar stops')
    expect(out[1]).toMatch(/^号牌号码 +Plate No\. +京A12345$/m)
  })

  test('where there is no room for all, it sends fewer at a time and waits', async () => {
    const url = await world.serve({ BATCH_MAX_BYTES: '2000000' })
    await world.work()
    const { code, replies } = await recognize(['--json', '--server', url, ...(await goodFiles(7, 900_000))])
    expect(code).toBe(0)
    expect(replies()).toHaveLength(7)
  })

  test('a server that dies in the middle and comes back is waited for', async () => {
    const started = await startServerProcess(world.env)
    world.onClose(() => started.kill())
    const files = await goodFiles(40)
    const { bar, seen } = watchedBar()
    const recognizing = recognize(['--json', '--server', started.url, ...files], { bar })
    await until(() => seen.length > 0)
    await world.work({ WORKER_CONCURRENCY: '1' })
    await until(() => seen.length > 5)
    await started.kill()
    const next = await startServerProcess({ ...world.env, PORT: new URL(started.url).port })
    world.onClose(() => next.kill())
    const { code, replies } = await recognizing
    expect(code).toBe(0)
    expect(replies().map((line) => line.file)).toEqual(files)
  })

  test('a server that is not there: it says so, and every file has its line', async () => {
    const files = await goodFiles(2)
    const { code, error, replies } = await recognize(['--json', '--server', 'http://127.0.0.1:9', ...files])
    expect(code).toBe(1)
    expect(error).toContain('http://127.0.0.1:9 cannot be reached')
    expect(replies()).toMatchObject(files.map((file) => ({ file, ok: false, error: { code: 'NETWORK_UNAVAILABLE' } })))
  })

  test('a server without Redis: every file’s line says that it takes no batches', async () => {
    const url = await world.serve({ REDIS_URL: '' })
    const { code, out } = await recognize(['--server', url, ...(await goodFiles(2))])
    expect(code).toBe(1)
    expect(out.match(/BATCHES_UNAVAILABLE .*Redis/g)).toHaveLength(2)
  })

  test('no worker: it says so once, waits, and gives up', async () => {
    const url = await world.serve()
    const timing = { pollMs: 20, retryMs: 20, giveUpMs: 200 }
    const { code, error, replies } = await recognize(['--json', '--server', url, ...(await goodFiles(2))], { timing })
    expect(code).toBe(1)
    expect(error.match(/npm run worker\b.*npm run worker/g)).toHaveLength(1)
    expect(replies()).toMatchObject(Array(2).fill({ ok: false, error: { code: 'ENGINE_UNAVAILABLE' } }))
  })

  test('a client that the server does not know is told so', async () => {
    const url = await world.serve()
    const env = { API_CLIENT: 'one:mistaken-secret' }
    const { code, error } = await recognize(['--server', url, ...(await goodFiles(1))], { env })
    expect(code).toBe(2)
    expect(error).toContain('does not accept this API_CLIENT')
    expect(error).not.toContain('mistaken-secret')
  })

  test.each([
    [['--server', 'http://127.0.0.1:9', 'a.jpg'], {}, 'API_CLIENT'],
    [['--server', 'http://127.0.0.1:9', 'a.jpg'], { API_CLIENT: 'one' }, 'API_CLIENT'],
    [['--server', '127.0.0.1:9', 'a.jpg'], { API_CLIENT }, 'starting with http:// or https://'],
    [['--server', 'http://127.0.0.1:9', '--engine', 'embedded', 'a.jpg'], { API_CLIENT }, '--engine or --server'],
  ])('%j with %j is bad usage', async (args, env, hint) => {
    const { code, out, error } = await recognize(args, { env })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toContain(hint)
  })
})
