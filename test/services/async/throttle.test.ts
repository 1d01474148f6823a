import { Throttle } from '../../../miniprogram/services/async/throttle'

let shown: number[]
let throttle: Throttle<number>

beforeEach(() => {
  jest.useFakeTimers()
  shown = []
  throttle = new Throttle((value) => shown.push(value))
})
afterEach(() => {
  jest.useRealTimers()
})

test('shows the first value at once, then the last of a burst', () => {
  for (const value of [1, 2, 3]) throttle.update(value)
  expect(shown).toEqual([1])
  jest.advanceTimersByTime(100)
  expect(shown).toEqual([1, 3])
})

test('shows ten values a second at most, and slow ones without delay', () => {
  for (let ms = 0; ms < 950; ms += 10) {
    throttle.update(ms)
    jest.advanceTimersByTime(10)
  }
  expect(shown.length).toBeLessThanOrEqual(10)
  jest.advanceTimersByTime(1_000)
  throttle.update(-1)
  expect(shown.at(-1)).toBe(-1)
})

test('cancel drops a delayed value', () => {
  throttle.update(1)
  throttle.update(2)
  throttle.cancel()
  jest.advanceTimersByTime(1_000)
  expect(shown).toEqual([1])
})
