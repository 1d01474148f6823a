import { EdgeScores } from '../../miniprogram/vision/edges/edge-scores'
import { LineFinder } from '../../miniprogram/vision/edges/lines'
import { createGrid } from '../../miniprogram/vision/grid/grid'
import { readGrid } from '../../miniprogram/vision/grid/read-grid'
import { Scan } from '../../miniprogram/vision/grid/scan'
import { draw, type Drawing, GOOD } from './draw'

function scanOf(drawing: Drawing): Scan {
  const grid = createGrid()
  readGrid(grid, draw(drawing))
  const scan = new Scan(true)
  scan.read(grid)
  return scan
}

function read(drawing: Drawing, edges = new EdgeScores()) {
  const [scan, finder] = [scanOf(drawing), new LineFinder()]
  finder.find(scan)
  edges.read(finder.lines, scan)
  return { edges, scores: Array.from({ length: finder.lines.count }, (_, line) => edges.scoreOf(line, true, 0, 60)) }
}

const LARGE: Drawing = { width: 720, height: 1280, card: { x: 360, y: 640, width: 540 } }
const SMALL: Drawing = { width: 640, height: 480, card: { x: 320, y: 240, width: 420 } }

test('scores of one frame are not mixed with those of another size', () => {
  const { edges } = read(LARGE)
  expect(read(SMALL, edges).scores).toEqual(read(SMALL).scores)
})

test('a line that goes on past the corners scores lower', () => {
  const scan = scanOf({ card: GOOD })
  const top = (GOOD.y - (GOOD.width * 60) / 88 / 2) / scan.grid.cellPx - 0.5
  const edges = new EdgeScores()
  edges.read({ count: 1, offset: Float32Array.of(top), slope: Float32Array.of(0) }, scan)
  const whole = edges.scoreOf(0, true, 15, 105)
  expect(whole).toBeGreaterThan(0.9)
  expect(edges.scoreOf(0, true, 40, 80)).toBeLessThan(whole)
})
