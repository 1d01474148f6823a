import { randomUUID } from 'node:crypto'
import type { Answers } from '../../../recognition/idempotency/answers'

const HOUR_MS = 3_600_000

/** What every store of answers must do. */
export function testAnswers(get: () => Answers): void {
  const key = (): string => `test-${randomUUID()}`

  test('of many that ask at once, one is given the claim', async () => {
    const one = key()
    const claims = await Promise.all(Array.from({ length: 20 }, (_, i) => get().claim(one, `owner-${i}`, HOUR_MS)))
    expect(claims.filter(({ state }) => state === 'claimed')).toHaveLength(1)
    expect(claims.filter(({ state }) => state === 'pending')).toHaveLength(19)
  })

  test('gives what was settled, to everybody', async () => {
    const one = key()
    await get().claim(one, 'a', HOUR_MS)
    await get().settle(one, 'a', 'answer 一', HOUR_MS)
    await expect(get().claim(one, 'b', HOUR_MS)).resolves.toEqual({ state: 'settled', answer: 'answer 一' })
    await expect(get().claim(one, 'a', HOUR_MS)).resolves.toEqual({ state: 'settled', answer: 'answer 一' })
  })

  test('a released claim is the next one’s', async () => {
    const one = key()
    await get().claim(one, 'a', HOUR_MS)
    await get().release(one, 'b')
    await expect(get().claim(one, 'b', HOUR_MS)).resolves.toEqual({ state: 'pending' })
    await get().release(one, 'a')
    await expect(get().claim(one, 'b', HOUR_MS)).resolves.toEqual({ state: 'claimed' })
  })

  test('a claim that ran out is the next one’s, and its former owner settles nothing', async () => {
    const one = key()
    await get().claim(one, 'a', 30)
    await new Promise((resolve) => setTimeout(resolve, 60))
    await expect(get().claim(one, 'b', HOUR_MS)).resolves.toEqual({ state: 'claimed' })
    await get().settle(one, 'a', 'too late', HOUR_MS)
    await get().release(one, 'a')
    await expect(get().claim(one, 'c', HOUR_MS)).resolves.toEqual({ state: 'pending' })
    await get().settle(one, 'b', 'in time', HOUR_MS)
    await expect(get().claim(one, 'c', HOUR_MS)).resolves.toEqual({ state: 'settled', answer: 'in time' })
  })

  test('forgets an answer in time', async () => {
    const one = key()
    await get().claim(one, 'a', HOUR_MS)
    await get().settle(one, 'a', 'answer', 30)
    await new Promise((resolve) => setTimeout(resolve, 60))
    await expect(get().claim(one, 'b', HOUR_MS)).resolves.toEqual({ state: 'claimed' })
  })
}
