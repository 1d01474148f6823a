import { type Edge, refine } from '../../miniprogram/vision/edges/refine'
import { createGrid } from '../../miniprogram/vision/grid/grid'
import { readGrid } from '../../miniprogram/vision/grid/read-grid'
import { Scan } from '../../miniprogram/vision/grid/scan'
import type { Frame } from '../../miniprogram/vision'
import { draw, GOOD } from './draw'

function scanOf(frame: Frame, side: number): Scan {
  const grid = createGrid()
  readGrid(grid, frame)
  const scan = new Scan(side % 2 === 0)
  scan.read(grid)
  return scan
}

const frame = draw({ card: GOOD })
const { cellPx } = scanOf(frame, 0).grid
const height = (GOOD.width * 60) / 88
/** The first cell has its center at 0. */
const toCells = (px: number): number => px / cellPx - 0.5
const [left, right] = [toCells(GOOD.x - GOOD.width / 2), toCells(GOOD.x + GOOD.width / 2)]
const [top, bottom] = [toCells(GOOD.y - height / 2), toCells(GOOD.y + height / 2)]
const corners = Float32Array.of(left, top, right, top, right, bottom, left, bottom)

test.each([
  ['top', 0, top],
  ['right', 1, right],
  ['bottom', 2, bottom],
  ['left', 3, left],
])('the %s side is moved to the edge of the paper', (_, side, offset) => {
  for (const error of [-2, -1, 0, 1, 2]) {
    const edge: Edge = { offset: offset + error, slope: 0.01 * error }
    refine(edge, scanOf(frame, side), corners, side)
    expect(Math.abs(edge.offset - offset)).toBeLessThan(0.6)
    expect(Math.abs(edge.slope)).toBeLessThan(0.01)
  }
})

test('a side without an edge stays where it is', () => {
  const bare = scanOf({ data: new Uint8Array(480 * 640 * 4).fill(200), width: 480, height: 640 }, 0)
  const edge: Edge = { offset: 50, slope: 0.1 }
  refine(edge, bare, corners, 0)
  expect(edge).toEqual({ offset: 50, slope: 0.1 })
})
