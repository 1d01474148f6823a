import { combineReadings } from '../../../../recognition/engines/embedded/decode/combine-readings'
import { alternatives } from '../../../../recognition/engines/embedded/decode'
import { type Place, stepsOf } from './steps-of'

const plate = (...places: Place[]) => alternatives('plate', [stepsOf(...places)])

test('at most ten alternatives, the most probable first', () => {
  const eight = { '8': 0.5, B: 0.45 }
  const found = plate('粤B', eight, 'K', eight, eight, eight)
  expect(found[0]?.text).toBe('粤B8K888')
  expect(found).toHaveLength(10)
  expect(found.map(({ logProbability }) => logProbability)).toEqual(
    found.map(({ logProbability }) => logProbability).sort((a, b) => b - a),
  )
})

test('two readings of a plate combine to the text that both support', () => {
  const one = plate('粤B5K7', { '8': 0.6, '3': 0.38 }, '9')
  const other = plate('粤B5K7', { '3': 0.95, '8': 0.02 }, '9')
  expect(combineReadings([one, other])?.text).toBe('粤B5K739')
})

test('contradicting readings lower the posterior', () => {
  const decision = combineReadings([plate('粤B5K739'), plate('粤B5K789')])
  expect(decision?.posterior).toBeLessThan(0.9)
})

test('a single reading decides', () => {
  expect(combineReadings([plate('粤B5K739'), []])?.text).toBe('粤B5K739')
  expect(combineReadings([[], []])).toBeUndefined()
})
