import { within } from '../../miniprogram/image/size'
import { poseOf, remainingPose, shownSize, turned } from '../../miniprogram/image/pose'

const WIDE = { width: 400, height: 300 }
const HIGH = { width: 300, height: 400 }

test('four of the eight orientations are shown as wide as they are stored, four as high', () => {
  const widths = ([1, 2, 3, 4, 5, 6, 7, 8] as const).map((orientation) => shownSize(WIDE, poseOf(orientation)).width)
  expect(widths).toEqual([400, 400, 400, 400, 300, 300, 300, 300])
})

test('turns add up', () => {
  expect(turned(poseOf(6), 90)).toEqual(poseOf(3))
  expect(turned(poseOf(8), 90)).toEqual(poseOf(1))
  expect(turned(poseOf(5), 180)).toEqual(poseOf(7))
})

test.each([
  ['larger', { width: 8000, height: 6000 }, { width: 1600, height: 1200 }],
  ['higher than wide', { width: 3000, height: 4000 }, { width: 1200, height: 1600 }],
  ['just too large', { width: 1601, height: 1601 }, { width: 1600, height: 1600 }],
  ['as large', { width: 1600, height: 1600 }, { width: 1600, height: 1600 }],
  ['smaller: it is never enlarged', { width: 30, height: 20 }, { width: 30, height: 20 }],
  ['a panorama', { width: 30_000, height: 300 }, { width: 1600, height: 16 }],
  ['a line, of which one px is left', { width: 60_000, height: 1 }, { width: 1600, height: 1 }],
])('a picture that is %s', (_, size, sent) => {
  expect(within(size, 1600)).toEqual(sent)
})

test('a picture on its side was turned by the platform where it is loaded the other way round', () => {
  expect(remainingPose(6, WIDE, HIGH)).toEqual(poseOf(1))
  expect(remainingPose(6, WIDE, WIDE)).toEqual(poseOf(6))
  expect(remainingPose(7, WIDE, { width: 200, height: 150 })).toEqual(poseOf(7))
  expect(remainingPose(1, WIDE, WIDE)).toEqual(poseOf(1))
})

test.each([2, 3, 4] as const)('orientation %d leaves the size as it is, which tells nothing', (orientation) => {
  expect(remainingPose(orientation, WIDE, WIDE)).toBeUndefined()
})

test('nor does that of a square', () => {
  const square = { width: 300, height: 300 }
  expect(remainingPose(6, square, square)).toBeUndefined()
})
