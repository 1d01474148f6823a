import { randomUUID } from 'node:crypto'
import type { Counters } from '../../../recognition/limits/counters'

const HOUR_MS = 3_600_000

/** What every kind of counters must do. */
export function testCounters(get: () => Counters): void {
  const key = (): string => `test:${randomUUID()}`

  test('counts up to the limit, and no further', async () => {
    const counters = get()
    const one = key()
    const taken = [1, 2, 3, 4].map(() => counters.take(one, 3, HOUR_MS))
    const counts = await Promise.all(taken)
    expect(counts.filter((count) => count !== undefined).sort()).toEqual([1, 2, 3])
    await expect(counters.take(one, 3, HOUR_MS)).resolves.toBeUndefined()
    await expect(counters.take(one, 5, HOUR_MS)).resolves.toBe(4)
  })

  test('of many at once, as many as the limit says are given one', async () => {
    const counters = get()
    const one = key()
    const counts = await Promise.all(Array.from({ length: 24 }, () => counters.take(one, 10, HOUR_MS)))
    expect(counts.filter((count) => count !== undefined)).toHaveLength(10)
  })

  test('takes back what is given back, and never goes below nothing', async () => {
    const counters = get()
    const one = key()
    await counters.giveBack(one)
    await counters.take(one, 1, HOUR_MS)
    await counters.giveBack(one)
    await counters.giveBack(one)
    await expect(counters.take(one, 1, HOUR_MS)).resolves.toBe(1)
    await expect(counters.take(one, 1, HOUR_MS)).resolves.toBeUndefined()
  })

  test('a limit of none gives none', async () => {
    await expect(get().take(key(), 0, HOUR_MS)).resolves.toBeUndefined()
  })

  test('is raised, and never lowered', async () => {
    const counters = get()
    const one = key()
    await counters.raise(one, 4, HOUR_MS)
    await counters.raise(one, 2, HOUR_MS)
    await expect(counters.take(one, 5, HOUR_MS)).resolves.toBe(5)
    await expect(counters.take(one, 5, HOUR_MS)).resolves.toBeUndefined()
  })

  test('forgets in time', async () => {
    const counters = get()
    const one = key()
    await counters.take(one, 1, 30)
    await new Promise((resolve) => setTimeout(resolve, 60))
    await expect(counters.take(one, 1, HOUR_MS)).resolves.toBe(1)
  })
}
