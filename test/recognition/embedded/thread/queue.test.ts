import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { createQueue } from '../../../../recognition/engines/embedded/thread/queue'

/** Work that ends when it is told to, and tells when it began. */
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
  const queue = createQueue(5)
  const results = Promise.all(['a', 'b', 'c'].map((name) => queue.add(work(name))))
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

test('failed work does not hold up the next', async () => {
  const queue = createQueue(5)
  const failed = queue.add(() => Promise.reject(new Error('no')))
  const next = queue.add(() => Promise.resolve('yes'))
  await expect(failed).rejects.toThrow('no')
  await expect(next).resolves.toBe('yes')
})

test('beyond its bound it is busy, and free again later', async () => {
  const { work, end } = manualWork()
  const queue = createQueue(1)
  const [first, second] = [queue.add(work('a')), queue.add(work('b'))]
  await expect(queue.add(work('c'))).rejects.toThrow(new RecognitionError('ENGINE_BUSY'))
  end('a')
  await first
  await new Promise(setImmediate)
  const third = queue.add(work('c'))
  end('b')
  await second
  await new Promise(setImmediate)
  end('c')
  await expect(third).resolves.toBe('c')
})

test('what waits is dropped when its signal aborts', async () => {
  const { begun, work, end } = manualWork()
  const queue = createQueue(5)
  const controller = new AbortController()
  const first = queue.add(work('a'))
  const second = queue.add(work('b'), controller.signal)
  const third = queue.add(work('c'))
  controller.abort(new RecognitionError('CANCELLED'))
  await expect(second).rejects.toThrow(new RecognitionError('CANCELLED'))
  end('a')
  await first
  await new Promise(setImmediate)
  end('c')
  await third
  expect(begun).toEqual(['a', 'c'])
})

test('what runs rejects at once when its signal aborts, and the next waits until it is over', async () => {
  const { begun, work, end } = manualWork()
  const queue = createQueue(5)
  const controller = new AbortController()
  const first = queue.add(work('a'), controller.signal)
  const second = queue.add(work('b'))
  controller.abort(new RecognitionError('TIMEOUT'))
  await expect(first).rejects.toThrow(new RecognitionError('TIMEOUT'))
  expect(begun).toEqual(['a'])
  end('a')
  await new Promise(setImmediate)
  end('b')
  await expect(second).resolves.toBe('b')
})

test('what was aborted before it came does not begin', async () => {
  const { begun, work } = manualWork()
  const signal = AbortSignal.abort(new RecognitionError('CANCELLED'))
  await expect(createQueue(5).add(work('a'), signal)).rejects.toThrow(new RecognitionError('CANCELLED'))
  expect(begun).toEqual([])
})

test('clearing rejects all that wait', async () => {
  const { work, end } = manualWork()
  const queue = createQueue(5)
  const first = queue.add(work('a'))
  const waiting = [queue.add(work('b')), queue.add(work('c'))]
  queue.clear(new RecognitionError('ENGINE_UNAVAILABLE'))
  for (const one of waiting) await expect(one).rejects.toThrow(new RecognitionError('ENGINE_UNAVAILABLE'))
  end('a')
  await expect(first).resolves.toBe('a')
})
