import { poolSize } from '../../../../recognition/engines/embedded/thread/pool-size'

const GB = 2 ** 30

test.each([
  { cores: 1, gb: 8, workers: 1, threads: 1 },
  { cores: 2, gb: 8, workers: 1, threads: 2 },
  { cores: 3, gb: 8, workers: 1, threads: 2 },
  { cores: 4, gb: 8, workers: 2, threads: 2 },
  { cores: 8, gb: 8, workers: 4, threads: 2 },
  { cores: 64, gb: 64, workers: 4, threads: 4 },
])('$cores cores and $gb GB: $workers workers with $threads threads', ({ cores, gb, workers, threads }) => {
  expect(poolSize(cores, gb * GB)).toEqual({ workers, threads })
})

test('memory limits the workers to at least one', () => {
  expect(poolSize(8, 1.5 * GB)).toEqual({ workers: 2, threads: 4 })
  expect(poolSize(8, GB / 4)).toEqual({ workers: 1, threads: 2 })
})

test('a given number of workers share the cores', () => {
  expect(poolSize(8, GB, 4)).toEqual({ workers: 4, threads: 2 })
  expect(poolSize(2, GB, 4)).toEqual({ workers: 4, threads: 1 })
})
