import { createEdges, readEdges, supportOf } from '../../miniprogram/vision/edges'
import { createGrid, readGrid } from '../../miniprogram/vision/grid'
import { createLineFinder, findLines } from '../../miniprogram/vision/lines'
import { createSlopes, readSlopes } from '../../miniprogram/vision/slopes'
import { draw, type Drawing, GOOD } from './draw'

function read(drawing: Drawing, edges = createEdges()) {
  const [grid, slopes, finder] = [createGrid(), createSlopes(), createLineFinder()]
  readGrid(grid, draw(drawing))
  readSlopes(slopes, grid)
  findLines(finder, grid, slopes, true)
  readEdges(edges, finder.lines, grid, slopes, true)
  const supports = Array.from({ length: finder.lines.count }, (_, line) => supportOf(edges, line, true, 0, 60))
  return { edges, supports }
}

const LARGE: Drawing = { width: 720, height: 1280, card: { x: 360, y: 640, width: 540 } }
const SMALL: Drawing = { width: 640, height: 480, card: { x: 320, y: 240, width: 420 } }

test('what is seen in a frame of one size is not mixed with that of another', () => {
  const { edges } = read(LARGE)
  expect(read(SMALL, edges).supports).toEqual(read(SMALL).supports)
})

test('a line that goes on beyond the ends of a side is less sure', () => {
  const [grid, slopes] = [createGrid(), createSlopes()]
  readGrid(grid, draw({ card: GOOD }))
  readSlopes(slopes, grid)
  const top = (GOOD.y - (GOOD.width * 60) / 88 / 2) / grid.cellPx - 0.5
  const lines = { count: 1, place: Float32Array.of(top), slant: Float32Array.of(0) }
  const edges = createEdges()
  readEdges(edges, lines, grid, slopes, true)
  const whole = supportOf(edges, 0, true, 15, 105)
  expect(whole).toBeGreaterThan(0.9)
  expect(supportOf(edges, 0, true, 40, 80)).toBeLessThan(whole)
})
