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

test('waiting ends with the signal’s own reason', async () => {
  const controller = new AbortController()
  const waiting = unlessAborted(new Promise(() => undefined), controller.signal)
  controller.abort(new Error('enough'))
  await expect(waiting).rejects.toThrow('enough')
  await expect(unlessAborted(Promise.resolve(1), controller.signal)).rejects.toThrow('enough')
  await expect(unlessAborted(Promise.resolve(1), new AbortController().signal)).resolves.toBe(1)
})
