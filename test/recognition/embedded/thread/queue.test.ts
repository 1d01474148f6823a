import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { createQueue } from '../../../../recognition/engines/embedded/thread/queue'

const bytes = 1

const queueOf = (maxWaiting: number, workers = ['w']) =>
  createQueue(workers, { maxWaiting, maxWaitingBytes: 100, initialMs: 100 })

/** Jobs that end on demand; `begun` lists those that started. */
function manualWork() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const work = (name: string) => () => {
    begun.push(name)
    return new Promise<string>((resolve) => {
      ends.set(name, () => {
        resolve(name)
      })
    })
  }
  return { begun, work, end: (name: string) => ends.get(name)?.() }
}

test('one at a time, in order', async () => {
  const { begun, work, end } = manualWork()
  const queue = queueOf(5)
  const results = Promise.all(['a', 'b', 'c'].map((name) => queue.add(work(name), { bytes })))
  await Promise.resolve()
  expect(begun).toEqual(['a'])
  end('a')
  await new Promise(setImmediate)
  expect(begun).toEqual(['a', 'b'])
  end('b')
  await new Promise(setImmediate)
  end('c')
  expect(await results).toEqual(['a', 'b', 'c'])
})

test('a failed job does not block the next', async () => {
  const queue = queueOf(5)
  const failed = queue.add(() => Promise.reject(new Error('no')), { bytes })
  const next = queue.add(() => Promise.resolve('yes'), { bytes })
  await expect(failed).rejects.toThrow('no')
  await expect(next).resolves.toBe('yes')
})

test('a full queue is busy, and accepts jobs again later', async () => {
  const { work, end } = manualWork()
  const queue = queueOf(1)
  const [first, second] = [queue.add(work('a'), { bytes }), queue.add(work('b'), { bytes })]
  await expect(queue.add(work('c'), { bytes })).rejects.toThrow(new RecognitionError('ENGINE_BUSY'))
  end('a')
  await first
  await new Promise(setImmediate)
  const third = queue.add(work('c'), { bytes })
  end('b')
  await second
  await new Promise(setImmediate)
  end('c')
  await expect(third).resolves.toBe('c')
})

test('a job that would not finish in time is rejected at once', async () => {
  const { begun, work, end } = manualWork()
  const queue = queueOf(100)
  const hurried = (name: string) => queue.add(work(name), { bytes, withinMs: 350 })
  // One running, half done, and two waiting, 100 ms each: the fourth would finish after 350 ms.
  const taken = ['a', 'b', 'c', 'd'].map(hurried)
  await expect(hurried('e')).rejects.toThrow(new RecognitionError('ENGINE_BUSY'))
  const patient = queue.add(work('f'), { bytes })
  for (const name of ['a', 'b', 'c', 'd', 'f']) {
    end(name)
    await new Promise(setImmediate)
  }
  expect(await Promise.all([...taken, patient])).toEqual(['a', 'b', 'c', 'd', 'f'])
  expect(begun).toEqual(['a', 'b', 'c', 'd', 'f'])
})

test('the expected duration is measured on jobs that succeed', async () => {
  const queue = queueOf(100)
  for (let i = 0; i < 20; i += 1) await queue.add(() => Promise.resolve(), { bytes })
  const running = queue.add(() => new Promise((resolve) => setTimeout(resolve, 20)), { bytes })
  await expect(queue.add(() => Promise.resolve('in time'), { bytes, withinMs: 50 })).resolves.toBe('in time')
  await running
  const failing = queueOf(100)
  for (let i = 0; i < 20; i += 1) await failing.add(() => Promise.reject(new Error()), { bytes }).catch(() => undefined)
  const busy = failing.add(() => new Promise((resolve) => setTimeout(resolve, 20)), { bytes })
  await expect(failing.add(() => Promise.resolve(), { bytes, withinMs: 50 })).rejects.toMatchObject({
    code: 'ENGINE_BUSY',
  })
  await busy
})

test('a waiting job is dropped when its signal aborts', async () => {
  const { begun, work, end } = manualWork()
  const queue = queueOf(5)
  const controller = new AbortController()
  const first = queue.add(work('a'), { bytes })
  const second = queue.add(work('b'), { bytes, signal: controller.signal })
  const third = queue.add(work('c'), { bytes })
  controller.abort(new RecognitionError('CANCELLED'))
  await expect(second).rejects.toThrow(new RecognitionError('CANCELLED'))
  end('a')
  await first
  await new Promise(setImmediate)
  end('c')
  await third
  expect(begun).toEqual(['a', 'c'])
})

test('a running job rejects at once when its signal aborts, and keeps its worker until it ends', async () => {
  const { begun, work, end } = manualWork()
  const queue = queueOf(5)
  const controller = new AbortController()
  const first = queue.add(work('a'), { bytes, signal: controller.signal })
  const second = queue.add(work('b'), { bytes })
  controller.abort(new RecognitionError('TIMEOUT'))
  await expect(first).rejects.toThrow(new RecognitionError('TIMEOUT'))
  expect(begun).toEqual(['a'])
  end('a')
  await new Promise(setImmediate)
  end('b')
  await expect(second).resolves.toBe('b')
})

test('an aborted job does not start', async () => {
  const { begun, work } = manualWork()
  const signal = AbortSignal.abort(new RecognitionError('CANCELLED'))
  await expect(queueOf(5).add(work('a'), { bytes, signal })).rejects.toThrow(new RecognitionError('CANCELLED'))
  expect(begun).toEqual([])
})

test('clearing rejects all waiting jobs', async () => {
  const { work, end } = manualWork()
  const queue = queueOf(5)
  const first = queue.add(work('a'), { bytes })
  const waiting = [queue.add(work('b'), { bytes }), queue.add(work('c'), { bytes })]
  queue.clear(new RecognitionError('ENGINE_UNAVAILABLE'))
  for (const one of waiting) await expect(one).rejects.toThrow(new RecognitionError('ENGINE_UNAVAILABLE'))
  end('a')
  await expect(first).resolves.toBe('a')
})

test('each worker has one job at a time, and the last to work is the first to be used', async () => {
  const queue = queueOf(5, ['a', 'b'])
  const own = (worker: string) => Promise.resolve(worker)
  expect(await Promise.all([queue.add(own, { bytes }), queue.add(own, { bytes })])).toEqual(['a', 'b'])
  await new Promise(setImmediate)
  expect(await queue.add(own, { bytes })).toBe('b')
  await new Promise(setImmediate)
  expect(await queue.add(own, { bytes })).toBe('b')
})

test('waiting bytes are limited, without dropped jobs', async () => {
  const { work } = manualWork()
  const queue = queueOf(5)
  const controller = new AbortController()
  void queue.add(work('a'), { bytes: 1_000 })
  const dropped = queue.add(work('b'), { bytes: 90, signal: controller.signal })
  await expect(queue.add(work('c'), { bytes: 11 })).rejects.toThrow(new RecognitionError('ENGINE_BUSY'))
  controller.abort(new RecognitionError('CANCELLED'))
  await expect(dropped).rejects.toThrow(new RecognitionError('CANCELLED'))
  const accepted = queue.add(work('d'), { bytes: 100 })
  queue.clear(new RecognitionError('ENGINE_UNAVAILABLE'))
  await expect(accepted).rejects.toThrow(new RecognitionError('ENGINE_UNAVAILABLE'))
})
