import { createGuide, type Frame } from '../../miniprogram/vision'
import { createGrid, readGrid } from '../../miniprogram/vision/grid'
import { bitOf, troublesOf } from '../../miniprogram/vision/look'
import { createSlopes, readSlopes } from '../../miniprogram/vision/slopes'
import { draw, type Drawing, GOOD, PAPER } from './draw'

function show(frame: Frame) {
  const guide = createGuide({ pages: 2 })
  let countdown = 0
  for (let i = 0; i < 25; i++) countdown = Math.max(countdown, guide.look(frame, i * 100).countdown)
  return { hint: guide.look(frame, 2500).hint, countdown }
}

describe('with both pages asked for', () => {
  test.each<[string, Drawing]>([
    ['one page', { card: GOOD }],
    ['one page that lies across', { card: { ...GOOD, width: 420, degrees: 90 } }],
    ['one page the other way round', { card: { ...GOOD, width: 420, degrees: -90 } }],
    ['one page on a desk as light as the paper', { card: GOOD, desk: () => PAPER }],
    ['a part of one page', { card: { x: 240, y: 60, width: 420 } }],
  ])('%s is never taken', (_, drawing) => {
    const { hint, countdown } = show(draw(drawing))
    expect(hint).toBeDefined()
    expect(countdown).toBe(0)
  })

  test.each<[string, Drawing]>([
    ['both, one above the other', { card: { x: 240, y: 320, width: 340 }, shape: 88 / 124 }],
    ['both, side by side', { card: { x: 240, y: 320, width: 440 }, shape: 180 / 60 }],
  ])('%s are taken', (_, drawing) => {
    expect(show(draw(drawing))).toEqual({ hint: undefined, countdown: 1 })
  })
})

describe('two pages of which one end looks higher than the other', () => {
  const isTilted = (...sides: [x: number, width: number, left: number, right: number]): boolean => {
    const [x, width, left, right] = sides
    const frame = draw({ card: { x: 240, y: 320, width: 440 }, shape: width / Math.max(left, right) })
    const [grid, slopes] = [createGrid(), createSlopes()]
    readGrid(grid, frame)
    readSlopes(slopes, grid)
    const [top, bottom] = [80 - left / 2, 80 + left / 2]
    const corners = Float32Array.of(x, top, x + width, 80 - right / 2, x + width, 80 + right / 2, x, bottom)
    return (troublesOf(frame, grid, slopes, { sureness: 1, corners, cut: 0, isWhole: true }, 2) & bitOf('TILTED')) !== 0
  }

  test('are not tilted where they lie side by side, one a little lower', () => {
    expect(isTilted(5, 110, 32, 42)).toBe(false)
  })

  test('are tilted where they are seen from aside', () => {
    expect(isTilted(5, 110, 28, 44)).toBe(true)
  })

  test('are tilted where one lies above the other, which makes both ends alike', () => {
    expect(isTilted(15, 90, 112, 145)).toBe(true)
  })
})
