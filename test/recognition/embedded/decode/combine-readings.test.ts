import { combineReadings } from '../../../../recognition/engines/embedded/decode/combine-readings'
import { alternatives } from '../../../../recognition/engines/embedded/decode'
import { see, type Seen } from './steps-of'

const plate = (...seen: Seen[]) => alternatives('plate', [see(...seen)])

test('the likeliest come first, at most ten', () => {
  const doubt = { '8': 0.5, B: 0.45 }
  const found = plate('粤B', doubt, 'K', doubt, doubt, doubt)
  expect(found[0]?.text).toBe('粤B8K888')
  expect(found).toHaveLength(10)
  expect(found.map(({ logProbability }) => logProbability)).toEqual(
    found.map(({ logProbability }) => logProbability).sort((a, b) => b - a),
  )
})

test('a plate that both pages print is what both readings together speak for', () => {
  const one = plate('粤B5K7', { '8': 0.6, '3': 0.38 }, '9')
  const other = plate('粤B5K7', { '3': 0.95, '8': 0.02 }, '9')
  expect(combineReadings([one, other])?.text).toBe('粤B5K739')
})

test('two readings that contradict each other leave a doubt', () => {
  const decision = combineReadings([plate('粤B5K739'), plate('粤B5K789')])
  expect(decision?.posterior).toBeLessThan(0.9)
})

test('one reading decides where there is no other', () => {
  expect(combineReadings([plate('粤B5K739'), []])?.text).toBe('粤B5K739')
  expect(combineReadings([[], []])).toBeUndefined()
})
