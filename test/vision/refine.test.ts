import { createGrid, readGrid } from '../../miniprogram/vision/grid'
import { type Edge, refine } from '../../miniprogram/vision/refine'
import { draw, GOOD } from './draw'

const grid = createGrid()
readGrid(grid, draw({ card: GOOD }))
const height = (GOOD.width * 60) / 88
/** In cells, whose first one has its middle at 0 */
const toCells = (px: number): number => px / grid.cellPx - 0.5
const [left, right] = [toCells(GOOD.x - GOOD.width / 2), toCells(GOOD.x + GOOD.width / 2)]
const [top, bottom] = [toCells(GOOD.y - height / 2), toCells(GOOD.y + height / 2)]
const corners = Float32Array.of(left, top, right, top, right, bottom, left, bottom)

test.each([
  ['top', 0, top],
  ['right', 1, right],
  ['bottom', 2, bottom],
  ['left', 3, left],
])('the %s side is moved to where the paper ends', (_, side, place) => {
  for (const off of [-2, -1, 0, 1, 2]) {
    const edge: Edge = { place: place + off, slant: 0.01 * off }
    refine(edge, grid, corners, side)
    expect(Math.abs(edge.place - place)).toBeLessThan(0.6)
    expect(Math.abs(edge.slant)).toBeLessThan(0.01)
  }
})

test('a side where nothing is seen stays', () => {
  const bare = createGrid()
  readGrid(bare, { data: new Uint8Array(480 * 640 * 4).fill(200), width: 480, height: 640 })
  const edge: Edge = { place: 50, slant: 0.1 }
  refine(edge, bare, corners, 0)
  expect(edge).toEqual({ place: 50, slant: 0.1 })
})
