import { findDashes } from '../../../../recognition/engines/embedded/license/dashes'

const UNIT = 30

type Bar = readonly [left: number, top: number, width: number, height: number, darkness?: number]

/** A place of 120 × 27 px with bars, px; each is dark unless told otherwise, and lies over those before it. */
function place(...bars: Bar[]) {
  const [width, height] = [120, 27]
  const data = new Float32Array(width * height)
  for (const [left, top, across, down, darkness = 1] of bars) {
    for (let y = top; y < top + down; y++) data.fill(darkness, y * width + left, y * width + left + across)
  }
  return { data, width, height }
}

test('finds two short bars, merged or not, on a ruled line or not', () => {
  const dashes = { darkness: 1, around: { left: 20, right: 43, top: 12, bottom: 15 } }
  expect(findDashes(place([20, 12, 10, 3], [33, 12, 10, 3]), UNIT)).toEqual(dashes)
  expect(findDashes(place([20, 12, 10, 3], [33, 12, 10, 3], [0, 25, 120, 1]), UNIT)).toEqual(dashes)
  const together = { ...dashes, around: { ...dashes.around, right: 42 } }
  expect(findDashes(place([20, 12, 22, 3]), UNIT)).toEqual(together)
})

test('finds widely spaced dashes, and dashes behind the end of the label', () => {
  const apart = { darkness: 1, around: { left: 20, right: 60, top: 12, bottom: 15 } }
  expect(findDashes(place([20, 12, 10, 3], [50, 12, 10, 3]), UNIT)).toEqual(apart)
  expect(findDashes(place([0, 2, 4, 22], [20, 12, 10, 3], [33, 12, 10, 3]), UNIT)).toBeDefined()
})

test('finds thick bars unless they are about square', () => {
  const around = { left: 20, right: 62, top: 8, bottom: 20 }
  expect(findDashes(place([20, 8, 19, 12], [43, 8, 19, 12]), UNIT)).toEqual({ darkness: 1, around })
  expect(findDashes(place([20, 8, 13, 12], [37, 8, 13, 12]), UNIT)).toBeUndefined()
})

test('finds dashes under a lighter fold', () => {
  const fold: Bar = [24, 0, 3, 27, 0.6]
  const dashes = { darkness: 1, around: { left: 20, right: 43, top: 12, bottom: 15 } }
  expect(findDashes(place(fold, [20, 12, 10, 3], [33, 12, 10, 3]), UNIT)).toEqual(dashes)
  // As dark as a dash it is a character.
  expect(findDashes(place([24, 0, 3, 27], [20, 12, 10, 3], [33, 12, 10, 3]), UNIT)).toBeUndefined()
})

test.each([
  ['nothing', place()],
  ['one short bar', place([20, 12, 8, 3])],
  ['three bars', place([20, 12, 10, 3], [33, 12, 10, 3], [46, 12, 10, 3])],
  ['a bar and a character', place([20, 12, 10, 3], [40, 4, 18, 20])],
  ['bars one above the other', place([20, 5, 10, 3], [33, 20, 10, 3])],
  ['bars far from each other', place([5, 12, 10, 3], [90, 12, 10, 3])],
])('%s is no dashes', (_, map) => {
  expect(findDashes(map, UNIT)).toBeUndefined()
})
