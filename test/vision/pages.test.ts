import { createGuide, type Frame } from '../../miniprogram/vision'
import { createGrid } from '../../miniprogram/vision/grid/grid'
import { readGrid } from '../../miniprogram/vision/grid/read-grid'
import { bitOf, issuesOf } from '../../miniprogram/vision/quality/issues'
import { draw, type Drawing, GOOD, PAPER } from './draw'

function show(frame: Frame) {
  const guide = createGuide({ pages: 2 })
  let countdown = 0
  for (let i = 0; i < 25; i++) countdown = Math.max(countdown, guide.analyze(frame, i * 100).countdown)
  return { hint: guide.analyze(frame, 2500).hint, countdown }
}

describe('when both pages are expected', () => {
  test.each<[string, Drawing]>([
    ['one page', { card: GOOD }],
    ['one page turned by 90 degrees', { card: { ...GOOD, width: 420, degrees: 90 } }],
    ['one page turned by -90 degrees', { card: { ...GOOD, width: 420, degrees: -90 } }],
    ['one page on a desk as light as the paper', { card: GOOD, desk: () => PAPER }],
    ['part of one page', { card: { x: 240, y: 60, width: 420 } }],
  ])('%s is never shot', (_, drawing) => {
    const { hint, countdown } = show(draw(drawing))
    expect(hint).toBeDefined()
    expect(countdown).toBe(0)
  })

  test.each<[string, Drawing]>([
    ['both, above each other', { card: { x: 240, y: 320, width: 340 }, shape: 88 / 124 }],
    ['both, side by side', { card: { x: 240, y: 320, width: 440 }, shape: 180 / 60 }],
  ])('%s are shot', (_, drawing) => {
    expect(show(draw(drawing))).toEqual({ hint: undefined, countdown: 1 })
  })
})

describe('two pages with ends of different height', () => {
  const isTilted = (...sides: [x: number, width: number, left: number, right: number]): boolean => {
    const [x, width, left, right] = sides
    const frame = draw({ card: { x: 240, y: 320, width: 440 }, shape: width / Math.max(left, right) })
    const grid = createGrid()
    readGrid(grid, frame)
    const [top, bottom] = [80 - left / 2, 80 + left / 2]
    const corners = Float32Array.of(x, top, x + width, 80 - right / 2, x + width, 80 + right / 2, x, bottom)
    return (issuesOf(frame, grid, { score: 1, corners, cutSides: 0, isWhole: true }, 2) & bitOf('TILTED')) !== 0
  }

  test('are not tilted side by side, one a little lower', () => {
    expect(isTilted(5, 110, 32, 42)).toBe(false)
  })

  test('are tilted when seen from the side', () => {
    expect(isTilted(5, 110, 28, 44)).toBe(true)
  })

  test('are tilted above each other, where both ends should be equal', () => {
    expect(isTilted(15, 90, 112, 145)).toBe(true)
  })
})
