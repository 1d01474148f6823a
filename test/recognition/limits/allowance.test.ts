import { createAllowance, type Limits } from '../../../recognition/limits/allowance'
import type { Counters } from '../../../recognition/limits/counters'
import { createMemoryCounters } from '../../../recognition/limits/memory-counters'
import { shanghaiDay } from '../../../recognition/limits/shanghai-day'

/** 23:59:59 of a day in Shanghai. */
const LATE = Date.parse('2026-03-01T23:59:59+08:00')
const LIMITS: Limits = { perDay: 4, perPersonAndDay: 3, perPersonAndMinute: 2 }

const allowanceOf = (limits: Partial<Limits> = {}, start = LATE) => {
  const clock = { now: start }
  const counters = createMemoryCounters(() => clock.now)
  return { clock, allowance: createAllowance(counters, { ...LIMITS, ...limits }, () => clock.now) }
}
const QUOTA_EXHAUSTED = { code: 'QUOTA_EXHAUSTED' }

test('the day is Shanghai’s', () => {
  expect(shanghaiDay(LATE)).toBe('2026-03-01')
  expect(shanghaiDay(LATE + 1_000)).toBe('2026-03-02')
  expect(shanghaiDay(Date.parse('2026-12-31T16:00:00Z'))).toBe('2027-01-01')
})

test('counts a person’s calls and everyone’s, and tells both', async () => {
  const { allowance } = allowanceOf()
  await allowance.meter('a').take()
  const { quota } = await allowance.meter('b').take()
  expect(quota).toEqual({ used: 2, limit: 4, person: { used: 1, limit: 3 } })
})

test('a caller that speaks for many has no share of its own', async () => {
  const { allowance } = allowanceOf({ perPersonAndDay: 0 })
  const { quota } = await allowance.meter().take()
  expect(quota).toEqual({ used: 1, limit: 4 })
})

test('refuses a person beyond the share, and leaves the day to the others', async () => {
  const { allowance } = allowanceOf()
  const mine = allowance.meter('a')
  for (let i = 0; i < 3; i += 1) await mine.take()
  await expect(mine.take()).rejects.toMatchObject(QUOTA_EXHAUSTED)
  await expect(allowance.meter('b').take()).resolves.toMatchObject({ quota: { used: 4 } })
})

test('refuses everyone when the day is used up, and takes nobody’s share', async () => {
  const { allowance } = allowanceOf({ perDay: 1 })
  const first = await allowance.meter('a').take()
  await expect(allowance.meter('b').take()).rejects.toMatchObject(QUOTA_EXHAUSTED)
  await first.giveBack()
  await expect(allowance.meter('b').take()).resolves.toMatchObject({ quota: { person: { used: 1 } } })
})

test('begins anew at midnight in Shanghai', async () => {
  const { allowance, clock } = allowanceOf({ perDay: 1 })
  await allowance.meter().take()
  await expect(allowance.meter().take()).rejects.toMatchObject(QUOTA_EXHAUSTED)
  clock.now += 1_000
  await expect(allowance.meter().take()).resolves.toMatchObject({ quota: { used: 1 } })
})

test('a day that WeChat closed stays closed, and the next is open', async () => {
  const { allowance, clock } = allowanceOf()
  const charge = await allowance.meter().take()
  await charge.closeDay()
  await expect(allowance.meter().take()).rejects.toMatchObject(QUOTA_EXHAUSTED)
  clock.now += 1_000
  await expect(allowance.meter().take()).resolves.toBeDefined()
})

test('what WeChat says of a call after midnight closes the day on which it was counted, not the new one', async () => {
  const { allowance, clock } = allowanceOf()
  const charge = await allowance.meter().take()
  clock.now += 1_000
  await charge.closeDay()
  await expect(allowance.meter().take()).resolves.toMatchObject({ quota: { used: 1 } })
})

test('a charge of before midnight is given back to its own day', async () => {
  const { allowance, clock } = allowanceOf()
  const charge = await allowance.meter().take()
  clock.now += 1_000
  await allowance.meter().take()
  await charge.giveBack()
  await expect(allowance.meter().take()).resolves.toMatchObject({ quota: { used: 2 } })
})

test('admits a person so often a minute', async () => {
  const { allowance, clock } = allowanceOf()
  await allowance.admit('a')
  await allowance.admit('a')
  await expect(allowance.admit('a')).rejects.toMatchObject({ code: 'RATE_LIMITED' })
  await expect(allowance.admit('b')).resolves.toBeUndefined()
  clock.now += 60_000
  await expect(allowance.admit('a')).resolves.toBeUndefined()
})

test('a share that was taken is given back where the day cannot be counted', async () => {
  const counters = createMemoryCounters()
  const failing: Counters = {
    ...counters,
    take: (key, limit, ttlMs) =>
      key.endsWith(':a') ? counters.take(key, limit, ttlMs) : Promise.reject(new Error('down')),
  }
  await expect(createAllowance(failing, LIMITS).meter('a').take()).rejects.toThrow('down')
  const charge = await createAllowance(counters, LIMITS).meter('a').take()
  expect(charge.quota.person?.used).toBe(1)
})
