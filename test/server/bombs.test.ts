import { readFileSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'
import type { RecognizeReply } from '../../miniprogram/vehicle-license/recognition'
import { textBomb, wideBomb } from '../image/pngs'
import { createClient, form } from './batches/client'
import { type StartedProcess, startServerProcess, startWorkerProcess } from './batches/process'
import { CLIENTS } from './batches/world'
import { describeWithRedis, startRedis, type StartedRedis } from './redis'

const SAMPLE = readFileSync('simulator/samples/van.jpg')
/** A picture that is read in full takes more. */
const MAX_ABOVE_IDLE_MB = 150

function statusMb({ pid }: StartedProcess, name: 'VmRSS' | 'VmHWM'): number {
  const kb = new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kb) / 1024
}

/** What memory a process takes more while something goes on than it had before: Linux keeps the peak. */
async function aboveIdleMb(process: StartedProcess, run: () => Promise<void>): Promise<number> {
  writeFileSync(`/proc/${process.pid}/clear_refs`, '5')
  const idle = statusMb(process, 'VmRSS')
  await run()
  return statusMb(process, 'VmHWM') - idle
}

if (process.platform !== 'linux') process.stderr.write('NOT RUN, because memory is told by Linux alone: bombs\n')
const describeOnLinux = process.platform === 'linux' ? describeWithRedis : describe.skip // reason: no Linux, as was printed above

describeOnLinux('pictures made to exhaust a decoder', () => {
  let redis: StartedRedis
  let server: StartedProcess & { readonly url: string }
  let worker: StartedProcess
  let client: Awaited<ReturnType<typeof createClient>>
  let bombs: readonly (readonly [name: string, bytes: Buffer, code: string])[]

  beforeAll(async () => {
    redis = await startRedis()
    const env = {
      PORT: '0',
      ENGINE: 'embedded',
      ENGINE_WORKERS: '1',
      REDIS_URL: redis.url,
      SESSION_SECRET: 'a secret of a test, 32 characters or more',
      API_CLIENTS: Object.entries(CLIENTS)
        .map(([id, secret]) => `${id}:${secret}`)
        .join(','),
    }
    ;[server, worker] = [await startServerProcess(env), await startWorkerProcess(env)]
    client = await createClient(server.url)
    const small = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    bombs = [
      ['texts', textBomb(small), 'NOT_A_LICENSE'],
      ['width', wideBomb(), 'IMAGE_UNREADABLE'],
    ]
    // Both have read a picture before: what follows is not the first one's memory.
    expectRead(await recognize(SAMPLE))
    await client.finish(await client.send([SAMPLE]))
  })
  afterAll(async () => {
    await Promise.all([server.terminate(), worker.terminate()])
    await redis.stop()
  })

  async function recognize(picture: Buffer): Promise<RecognizeReply> {
    const response = await fetch(`${server.url}/vehicle-license`, {
      method: 'POST',
      body: form([picture]),
      headers: { authorization: `Bearer ${client.token}` },
    })
    return (await response.json()) as RecognizeReply
  }

  /** Another picture each time, with the same in it: the same one would be answered from memory. */
  let told = 0
  const another = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.from(String((told += 1)))])

  const expectRead = (reply: RecognizeReply): void =>
    expect(reply).toMatchObject({ ok: true, recognition: { license: { plateNumB: '川G7M325' } } })

  test.each([
    ['alone', 1],
    ['twice at once', 2],
  ])('%s cost next to nothing, and a picture beside them is read', async (_, times) => {
    for (const [, bytes, code] of bombs) {
      const many = Array.from({ length: times }, () => another(bytes))
      const above = await aboveIdleMb(server, async () => {
        const replies = await Promise.all(many.map(recognize))
        for (const reply of replies) expect(reply).toMatchObject({ ok: false, error: { code, retryable: false } })
      })
      expect(above).toBeLessThan(MAX_ABOVE_IDLE_MB)
      const beside = Array.from({ length: times }, () => recognize(another(bytes)))
      expectRead(await recognize(another(SAMPLE)))
      await Promise.all(beside)
    }
  })

  test('as a batch they are answered once each, and the pictures among them are read', async () => {
    const pictures = bombs.flatMap(([, bytes]) => [another(bytes), another(bytes), another(bytes)])
    const above = await aboveIdleMb(worker, async () => {
      const { results } = await client.finish(await client.send(pictures))
      const codes = results.map(({ index, reply }) => [index, reply.ok ? 'ok' : reply.error.code] as const)
      const expected = bombs.flatMap(([, , code]) => [code, code, code])
      expect(codes.sort(([a], [b]) => a - b).map(([, code]) => code)).toEqual(expected)
    })
    expect(above).toBeLessThan(MAX_ABOVE_IDLE_MB)
    const { results } = await client.finish(await client.send([another(SAMPLE), ...pictures]))
    expect(results.find(({ index }) => index === 0)?.reply).toMatchObject({ ok: true })
  })
})
