import { connect } from 'node:net'
import { Redis } from 'ioredis'
import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import { fakeEngine, picture, RECOGNITION } from '../../recognition/pictures'
import { describeWithRedis } from '../redis'
import { until } from '../until'
import { createClient, form, readEvents } from './client'
import { pictures, startWorld, type World } from './world'

describeWithRedis('batches over HTTP', () => {
  let world: World
  let redis: Redis
  beforeAll(async () => {
    world = await startWorld()
    redis = new Redis(world.redis.url)
  })
  afterEach(async () => {
    await world.tidy()
    await redis.flushall()
  })
  afterAll(async () => {
    redis.disconnect()
    await world.close()
  })

  test('every picture is read once, and its answer is told with its place', async () => {
    const client = await createClient(await world.serve())
    const before = world.calls.length
    const id = await client.send(await pictures(20))
    expect(await client.read(id)).toEqual({ id, total: 20, done: 0, workers: 0, results: [] })

    await world.work()
    const { results, workers } = await client.finish(id)
    expect(workers).toBe(1)
    expect(results.map(({ index }) => index).sort((a, b) => a - b)).toEqual([...Array(20).keys()])
    for (const { reply } of results) {
      expect(reply).toMatchObject({ ok: true, engine: 'wechat', recognition: { license: RECOGNITION.license } })
    }
    expect(world.calls.length - before).toBe(20)
    expect((await client.read(id, 18)).results).toEqual(results.slice(18))
  })

  test('pictures are gone once answered, and no job is left', async () => {
    const client = await createClient(await world.serve())
    const id = await client.send(await pictures(3))
    expect(await redis.keys('*pictures*')).toHaveLength(1)
    await world.work()
    await client.finish(id)
    expect(await redis.keys('*pictures*')).toEqual([])
    await until(async () => (await redis.keys(`*recognitions:${id}*`)).length === 0)
  })

  test('a picture that is no good is answered with its own error, and the others are read', async () => {
    const client = await createClient(await world.serve())
    const [good = Buffer.alloc(0)] = await pictures(1)
    const bad = [
      Buffer.from('no picture'),
      Buffer.alloc(0),
      good.subarray(0, 300),
      Buffer.concat([good, Buffer.alloc(2_000_001)]),
      await picture('gif'),
      await picture('png', 50, 50),
    ]
    const id = await client.send([...bad, good, await picture('webp')])
    await world.work()
    const { results } = await client.finish(id)
    const codes = [...results]
      .sort((a, b) => a.index - b.index)
      .map(({ reply }) => (reply.ok ? 'ok' : reply.error.code))
    expect(codes).toEqual([
      'IMAGE_UNREADABLE',
      'IMAGE_UNREADABLE',
      'IMAGE_UNREADABLE',
      'IMAGE_TOO_LARGE',
      'IMAGE_UNREADABLE',
      'IMAGE_TOO_SMALL',
      'ok',
      'IMAGE_UNREADABLE',
    ])
  })

  test('a batch of nothing but bad pictures needs no worker', async () => {
    const client = await createClient(await world.serve())
    const id = await client.send([Buffer.from('no picture')])
    expect(await client.read(id)).toMatchObject({ total: 1, done: 1, workers: 0 })
  })

  test('500 pictures are taken, 501 are not, and what came of those is forgotten', async () => {
    const client = await createClient(await world.serve())
    const small = await pictures(501, 1_500)
    expect(await client.post(form(small))).toMatchObject({ status: 400, json: { error: { code: 'INVALID_REQUEST' } } })
    expect(await redis.keys('vehicle-license:batches:*')).toEqual([])
    await client.send(small.slice(1))
  })

  test('a form without a type before its pictures, or with nothing else, is refused', async () => {
    const client = await createClient(await world.serve())
    const [one = Buffer.alloc(0)] = await pictures(1)
    const typeLast = new FormData()
    typeLast.append('image', new Blob([new Uint8Array(one)]), 'a.jpg')
    typeLast.append('type', 'photo')
    const otherName = form([])
    otherName.append('img', new Blob([new Uint8Array(one)]), 'a.jpg')
    const twoTypes = form([one])
    twoTypes.append('type', 'scan')
    for (const body of [typeLast, otherName, twoTypes, form([]), form([one], 'film')]) {
      expect(await client.post(body)).toMatchObject({ status: 400, json: { error: { code: 'INVALID_REQUEST' } } })
    }
    const noForm = await client.request('/batches', { method: 'POST', body: '{}' })
    expect(noForm).toMatchObject({ status: 400, json: { error: { code: 'INVALID_REQUEST' } } })
    expect(await redis.keys('vehicle-license:batches:*')).toEqual([])
  })

  test('an upload that breaks off is forgotten', async () => {
    const url = await world.serve()
    const client = await createClient(url)
    const breaking = new AbortController()
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const part = (head: string, bytes: Uint8Array) =>
          Buffer.concat([Buffer.from(`--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n`), bytes])
        controller.enqueue(part('name="type"', Buffer.from('photo\r\n')))
        const [one = Buffer.alloc(0)] = await pictures(1)
        controller.enqueue(part('name="image"; filename="a"', Buffer.concat([one, Buffer.from('\r\n--b\r\n')])))
        await until(async () => (await redis.keys('*pictures*')).length === 1)
        breaking.abort()
      },
    })
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    const init = { method: 'POST', body, headers, signal: breaking.signal, duplex: 'half' } as RequestInit
    await expect(client.request('/batches', init)).rejects.toThrow()
    await until(async () => (await redis.keys('vehicle-license:batches:*')).length === 0)
  })

  test('a batch is its sender’s alone', async () => {
    const url = await world.serve()
    const [one, two] = await Promise.all([createClient(url, 'one'), createClient(url, 'two')])
    const id = await one.send(await pictures(1))
    const notFound = { status: 404, json: { ok: false, error: { code: 'NOT_FOUND' } } }
    expect(await two.request(`/batches/${id}`)).toMatchObject(notFound)
    expect(await two.request(`/batches/${id}/events`)).toMatchObject(notFound)
    expect(await one.request('/batches/00000000-0000-4000-8000-000000000000')).toMatchObject(notFound)
    for (const path of ['', '/events']) expect((await fetch(`${url}/batches/${id}${path}`)).status).toBe(401)
    expect((await fetch(`${url}/batches`, { method: 'POST', body: form([]) })).status).toBe(401)
    expect(await one.read(id)).toMatchObject({ total: 1 })
  })

  test('beyond the bound of bytes a batch is refused, with a time to come again, and fits when there is room', async () => {
    const url = await world.serve({ BATCH_MAX_BYTES: '4000000' })
    const [one, two, three] = await Promise.all([
      createClient(url),
      createClient(url, 'two'),
      createClient(url, 'three'),
    ])
    const first = await one.send(await pictures(1, 1_900_000))
    await two.send(await pictures(1, 1_900_000))
    const third = await pictures(1, 1_000_000)
    const refused = await three.post(form(third))
    expect(refused).toMatchObject({ status: 503, json: { error: { code: 'ENGINE_BUSY', retryable: true } } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    await world.work()
    await one.finish(first)
    await until(async () => (await three.post(form(third))).status === 202)
  })

  test('beyond its share of waiting bytes one client is asked to wait, and another’s batch is still taken', async () => {
    const url = await world.serve({ BATCH_MAX_BYTES: '4000000' })
    const [one, two] = await Promise.all([createClient(url), createClient(url, 'two')])
    await one.send(await pictures(1, 1_500_000))
    const more = await pictures(1, 600_000)
    const refused = await one.post(form(more))
    expect(refused).toMatchObject({ status: 429, json: { error: { code: 'RATE_LIMITED', retryable: true } } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    await two.send(more)
  })

  test('a length that is announced takes no room from others before it has come', async () => {
    const url = await world.serve({ BATCH_MAX_BYTES: '4000000' })
    const { hostname, port } = new URL(url)
    const [{ token }, two] = await Promise.all([createClient(url), createClient(url, 'two')])
    const sockets = Array.from({ length: 4 }, () => connect(Number(port), hostname))
    try {
      for (const socket of sockets) {
        const head = ['POST /batches HTTP/1.1', 'Host: x', `Authorization: Bearer ${token}`]
        head.push('Content-Type: multipart/form-data; boundary=b', 'Content-Length: 1900000', '', '')
        socket.write(head.join('\r\n'))
        socket.write('--b\r\nContent-Disposition: form-data; name="type"\r\n\r\nphoto\r\n--b\r\n')
      }
      await until(async () => (await redis.keys('vehicle-license:batches:*-*')).length === sockets.length)
      await two.send(await pictures(1, 1_900_000))
    } finally {
      for (const socket of sockets) socket.destroy()
    }
  })

  test('a failure that passes is tried again, and one that does not becomes the answer', async () => {
    const client = await createClient(await world.serve())
    let time = 0
    const moody = fakeEngine(() => {
      time += 1
      if (time === 1) return Promise.reject(new RecognitionError('ENGINE_BUSY'))
      return time === 2 ? Promise.resolve(RECOGNITION) : Promise.reject(new RecognitionError('NOT_A_LICENSE'))
    })
    const id = await client.send(await pictures(1))
    await world.work({ ENGINE: 'embedded', WORKER_CONCURRENCY: '1' }, moody)
    expect((await client.finish(id)).results).toMatchObject([{ reply: { ok: true } }])
    const other = await client.send(await pictures(1))
    expect((await client.finish(other)).results).toMatchObject([{ reply: { error: { code: 'NOT_A_LICENSE' } } }])
    expect(moody.calls).toHaveLength(3)
  })

  test('the event stream tells progress, each result and the end', async () => {
    const client = await createClient(await world.serve())
    const id = await client.send(await pictures(5))
    await world.work()
    const stream = await client.follow(id)
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    const events = readEvents(await stream.text())
    expect(events[0]).toMatchObject({ name: 'progress', data: { total: 5, workers: 1 } })
    const results = events.filter(({ name }) => name === 'result')
    expect(results.map((event) => event.id)).toEqual([1, 2, 3, 4, 5])
    expect(results.map(({ data }) => data.index).sort()).toEqual([0, 1, 2, 3, 4])
    expect(events.at(-1)).toMatchObject({ name: 'done', data: { total: 5 } })
  })

  test('who comes again with the last event’s id gets what came after it', async () => {
    const client = await createClient(await world.serve())
    const id = await client.send(await pictures(5))
    await world.work()
    const { results } = await client.finish(id)
    const later = await client.follow(id, { headers: { 'last-event-id': '3' } })
    const events = readEvents(await later.text())
    expect(events.filter(({ name }) => name === 'result').map(({ data }) => data)).toEqual(results.slice(3))
    expect(events.at(-1)?.name).toBe('done')
    const after = await client.follow(id, { headers: { 'last-event-id': '5' } })
    expect(readEvents(await after.text()).map(({ name }) => name)).toEqual(['progress', 'done'])
  })

  test.each(['99999999999999999999', '1e999', '', '-1', 'abc', '501', '1.5', '0x1'])(
    'there are no results after %j',
    async (after) => {
      const client = await createClient(await world.serve())
      const id = await client.send([Buffer.from('no picture')])
      const invalid = { status: 400, json: { ok: false, error: { code: 'INVALID_REQUEST' } } }
      expect(await client.request(`/batches/${id}?after=${after}`)).toMatchObject(invalid)
      const headers = { 'last-event-id': after }
      expect(await client.request(`/batches/${id}/events`, { headers })).toMatchObject(invalid)
    },
  )

  test('who has more results than there are is told how many there are', async () => {
    const client = await createClient(await world.serve())
    const [good = Buffer.alloc(0)] = await pictures(1)
    const id = await client.send([Buffer.from('no picture'), good])
    expect(await client.read(id, 0)).toMatchObject({ total: 2, done: 1, results: [{ index: 0 }] })
    expect(await client.read(id, 1)).toMatchObject({ total: 2, done: 1, results: [] })
    expect(await client.read(id, 500)).toMatchObject({ total: 2, done: 1, results: [] })
    const stream = await client.follow(id, { headers: { 'last-event-id': '500' } })
    await world.work()
    const events = readEvents(await stream.text())
    expect(events).toMatchObject([{ name: 'progress', data: { done: 1 } }, { name: 'done' }])
    expect(await client.read(id)).toMatchObject({ done: 2 })
  })

  test('a server that ends closes its event streams', async () => {
    const client = await createClient(await world.serve())
    const id = await client.send(await pictures(1))
    const stream = await client.follow(id)
    await world.tidy()
    const events = readEvents(await stream.text())
    expect(events).toMatchObject([{ name: 'progress', data: { total: 1, done: 0, workers: 0 } }])
  })

  test('without Redis batches are refused, and it is said why', async () => {
    const client = await createClient(await world.serve({ REDIS_URL: '' }))
    const refused = await client.post(form(await pictures(1)))
    expect(refused).toMatchObject({ status: 501, json: { error: { code: 'BATCHES_UNAVAILABLE' } } })
  })

  test('a worker does not start without Redis', async () => {
    await expect(world.work({ REDIS_URL: '' })).rejects.toThrow('REDIS_URL is missing')
  })
})
