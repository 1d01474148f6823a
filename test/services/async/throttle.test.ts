import { Throttle } from '../../../miniprogram/services/async/throttle'

let shown: number[]
let paced: Throttle<number>

beforeEach(() => {
  jest.useFakeTimers()
  shown = []
  paced = new Throttle((value) => shown.push(value))
})
afterEach(() => {
  jest.useRealTimers()
})

test('the first value is shown at once, of those that follow at once the last', () => {
  for (const value of [1, 2, 3]) paced.tell(value)
  expect(shown).toEqual([1])
  jest.advanceTimersByTime(100)
  expect(shown).toEqual([1, 3])
})

test('no more than ten in a second, and none is late where they come slowly', () => {
  for (let ms = 0; ms < 950; ms += 10) {
    paced.tell(ms)
    jest.advanceTimersByTime(10)
  }
  expect(shown.length).toBeLessThanOrEqual(10)
  jest.advanceTimersByTime(1_000)
  paced.tell(-1)
  expect(shown.at(-1)).toBe(-1)
})

test('what waits is not shown once it is stopped', () => {
  paced.tell(1)
  paced.tell(2)
  paced.stop()
  jest.advanceTimersByTime(1_000)
  expect(shown).toEqual([1])
})
