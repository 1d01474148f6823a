import { setTimeout as sleep } from 'node:timers/promises'
import { withDeadline } from '../../recognition/deadline'
import { unlessAborted } from '../../recognition/unless-aborted'

test('work that is done in time is not disturbed', async () => {
  let signal: AbortSignal | undefined
  const result = await withDeadline(20, (given) => {
    signal = given
    return Promise.resolve('done')
  })
  await sleep(40)
  expect(result).toBe('done')
  expect(signal?.aborted).toBe(false)
})

test('work that takes too long is given up with TIMEOUT, and told so', async () => {
  let signal: AbortSignal | undefined
  const late = withDeadline(5, async (given) => {
    signal = given
    await sleep(50)
    throw new Error('ignored: nobody waits any more')
  })
  await expect(late).rejects.toMatchObject({ code: 'TIMEOUT', retryable: true })
  expect(signal?.aborted).toBe(true)
  await sleep(60)
})

test('a failure in time is passed on', async () => {
  await expect(withDeadline(1000, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
})

test('ends with its parent, for the parent’s reason, and leaves no listener behind', async () => {
  const parent = new AbortController()
  const removed = jest.spyOn(parent.signal, 'removeEventListener')
  let signal: AbortSignal | undefined
  const work = withDeadline(1000, (given) => new Promise(() => (signal = given)), parent.signal)
  parent.abort(new Error('gone'))
  await expect(work).rejects.toThrow('gone')
  expect(signal?.reason).toEqual(new Error('gone'))
  expect(removed).toHaveBeenCalledTimes(1)
  const run = jest.fn()
  await expect(withDeadline(1000, run, parent.signal)).rejects.toThrow('gone')
  expect(run).not.toHaveBeenCalled()
})

test('waiting ends with the signal’s own reason', async () => {
  const controller = new AbortController()
  const waiting = unlessAborted(new Promise(() => undefined), controller.signal)
  controller.abort(new Error('enough'))
  await expect(waiting).rejects.toThrow('enough')
  await expect(unlessAborted(Promise.resolve(1), controller.signal)).rejects.toThrow('enough')
  await expect(unlessAborted(Promise.resolve(1), new AbortController().signal)).resolves.toBe(1)
})
