import { createGuide, type Hint } from '../../miniprogram/vision'
import { CardFinder } from '../../miniprogram/vision/card/card-finder'
import { contentOf } from '../../miniprogram/vision/card/content'
import { createGrid, type Grid } from '../../miniprogram/vision/grid/grid'
import { readGrid } from '../../miniprogram/vision/grid/read-grid'
import { draw, type Drawing, GOOD, PAPER } from './draw'

const DARK = 70

/** Cloth with stripes as bright as the paper, both ways. */
const plaid = (x: number, y: number): number =>
  ((x + 0.3 * y + 9000) % 90 < 45 ? DARK : PAPER - 20) * ((y - 0.3 * x + 9000) % 90 < 45 ? 0.7 : 1)

/** Planks with gaps between them. */
const planks = (x: number, y: number): number => ((x + 0.4 * y + 9000) % 120 < 8 ? 20 : 140)

/** Stripes through the whole frame, more than the lines that are tried. */
const stripes = (x: number, y: number): number => ((x + 0.45 * y + 9000) % 60 < 30 ? DARK : PAPER - 12)

function hintOf(drawing: Drawing): Hint | undefined {
  const guide = createGuide({ pages: 1 })
  const frame = draw(drawing)
  for (let i = 0; i < 15; i++) guide.analyze(frame, i * 100)
  return guide.analyze(frame, 1500).hint
}

function gridOf(drawing: Drawing): Grid {
  const grid = createGrid()
  readGrid(grid, draw(drawing))
  return grid
}

describe.each<[string, (x: number, y: number) => number]>([
  ['plaid', plaid],
  ['planks', planks],
  ['stripes', stripes],
])('a desk with a large pattern: %s', (_, desk) => {
  test.each<[Hint | undefined, string, Drawing]>([
    [undefined, 'a card that fills the frame', { card: GOOD }],
    ['NOT_FOUND', 'the desk alone', {}],
    ['GLARE', 'a spot of light', { card: GOOD, glare: { across: 0.5, down: 0.5, radius: 0.12 } }],
  ])('%s: %s', (hint, __, drawing) => {
    expect(hintOf({ ...drawing, desk })).toBe(hint)
  })
})

describe('the paper between the text', () => {
  const frame = (left: number, top: number, right: number, bottom: number) =>
    Float32Array.of(left, top, right, top, right, bottom, left, bottom)
  const darkOf = (drawing: Drawing, corners: Float32Array): number => contentOf(gridOf(drawing), corners).darkShare
  const card = frame(15, 49, 104, 110)

  test('is even on a card', () => {
    expect(darkOf({ card: GOOD, desk: plaid }, card)).toBeLessThan(0.02)
  })

  test('is even under glare', () => {
    const glare = { across: 0.5, down: 0.5, radius: 0.1 }
    expect(darkOf({ card: GOOD, glare, desk: plaid, light: 0.7 }, card)).toBeLessThan(0.1)
  })

  test('is uneven on a desk with a pattern', () => {
    expect(darkOf({ desk: plaid }, card)).toBeGreaterThan(0.2)
  })
})

test('stripes past the border are not a card that is cut off', () => {
  const grid = gridOf({ desk: (x, y) => ((x + 0.15 * y) % 30 < 15 ? 100 : 160) })
  expect(new CardFinder(1).find(grid).score).toBe(0)
})
