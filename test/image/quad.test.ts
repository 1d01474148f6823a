import { wholeAreaAround, inPixels, isUpright, isUsable, type Quad, straightSize } from '../../miniprogram/image/quad'

const quad = (...corners: [number, number][]): Quad => corners.map(([x, y]) => ({ x, y })) as unknown as Quad

const CARD = quad([100, 100], [500, 140], [480, 400], [90, 380])

test('corners in reading order that bulge enclose something', () => {
  expect(isUsable(CARD)).toBe(true)
})

test.each([
  ['cross', quad([100, 100], [500, 400], [500, 100], [100, 400])],
  ['dent', quad([100, 100], [500, 100], [200, 200], [100, 400])],
  ['go the other way round, which would mirror print', quad([500, 100], [100, 100], [100, 400], [500, 400])],
  ['lie on a line', quad([100, 100], [200, 200], [300, 300], [400, 400])],
  ['are all the same', quad([100, 100], [100, 100], [100, 100], [100, 100])],
  ['leave a sliver', quad([100, 100], [500, 100], [500, 110], [100, 110])],
  ['are no numbers', quad([NaN, 100], [500, 100], [500, 400], [100, 400])],
])('corners that %s do not', (_, corners) => {
  expect(isUsable(corners)).toBe(false)
})

test('corners beside the picture are drawn to its border', () => {
  const shares = quad([-0.5, 0], [1.5, 0], [1, 2], [0, 1])
  expect(inPixels(shares, { width: 400, height: 300 })).toEqual(quad([0, 0], [400, 0], [400, 300], [0, 300]))
})

test('its size seen straight is that of its longer sides, its area all that it touches', () => {
  const { width, height } = straightSize(CARD)
  expect([Math.round(width), Math.round(height)]).toEqual([402, 280])
  expect(wholeAreaAround(CARD)).toEqual({ x: 90, y: 100, width: 410, height: 300 })
})

test('a rectangle is upright, also when it is a px off', () => {
  expect(isUpright(quad([100, 100], [500, 101], [500.5, 400], [100, 400]))).toBe(true)
  expect(isUpright(CARD)).toBe(false)
})
