import type { Grid } from './grid'
import type { Corners } from './quad'
import { isPrint, type Slopes } from './slopes'

/** Cells of a block's side, and those in it that print has at least. */
const BLOCK = 4
const LEAST_CELLS = 3
/** Blocks from one to the next of the same card, at most: between two pages there is nothing for a while. */
const GAP = 3
/** A card has so many at least, */
const LEAST_BLOCKS = 12
/** and nearly all that there are. On desks with print or grain everywhere nothing can be told by print. */
const PLAIN_SHARE = 0.8
const MOST_OF_ALL = 0.7

/** What blocks are marked as: printed, printed and of a group that was seen, of the largest one. */
const NONE = 0
const PRINTED = 1
const SEEN = 2
const LARGEST = 3

/** Blocks of cells with print, and those of them that lie together and are most. */
export interface Print {
  columns: number
  rows: number
  /** Each marked as one of the above. */
  blocks: Uint8Array
  stack: Uint16Array
  /** Blocks of the largest group; 0 where the desk is printed too, or nothing is. */
  count: number
  /** Share of all blocks that are printed */
  share: number
}

export const createPrint = (): Print => ({
  columns: 0,
  rows: 0,
  blocks: new Uint8Array(0),
  stack: new Uint16Array(0),
  count: 0,
  share: 0,
})

function mark({ columns, rows, blocks }: Print, grid: Grid, slopes: Slopes): number {
  const { luma } = grid
  const { print } = slopes
  let printed = 0
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const from = row * BLOCK * grid.columns + column * BLOCK
      let paper = 0
      for (let i = 0; i < BLOCK; i++) {
        for (let j = 0; j < BLOCK; j++) paper = Math.max(paper, luma[from + i * grid.columns + j] ?? 0)
      }
      let cells = 0
      for (let i = 0; i < BLOCK; i++) {
        for (let j = 0; j < BLOCK; j++) if (isPrint(print[from + i * grid.columns + j] ?? 0, paper)) cells++
      }
      const isPrinted = cells >= LEAST_CELLS
      blocks[row * columns + column] = isPrinted ? PRINTED : NONE
      if (isPrinted) printed++
    }
  }
  return printed
}

/** Gives a block and all that lie near it another mark. @returns how many */
function spread({ columns, rows, blocks, stack }: Print, start: number, from: number, to: number): number {
  let [top, count] = [0, 0]
  blocks[start] = to
  stack[top++] = start
  while (top > 0) {
    const at = stack[--top] ?? 0
    count++
    const [row, column] = [Math.floor(at / columns), at % columns]
    for (let y = Math.max(0, row - GAP); y <= Math.min(rows - 1, row + GAP); y++) {
      for (let x = Math.max(0, column - GAP); x <= Math.min(columns - 1, column + GAP); x++) {
        const next = y * columns + x
        if (blocks[next] !== from) continue
        blocks[next] = to
        stack[top++] = next
      }
    }
  }
  return count
}

/** Finds the print that lies together. Memory is taken only when the grid has grown. */
export function readPrint(print: Print, grid: Grid, slopes: Slopes): void {
  print.columns = Math.floor(grid.columns / BLOCK)
  print.rows = Math.floor(grid.rows / BLOCK)
  const size = print.columns * print.rows
  if (print.blocks.length < size) {
    print.blocks = new Uint8Array(size)
    print.stack = new Uint16Array(size)
  }
  const printed = mark(print, grid, slopes)
  print.count = 0
  print.share = printed / size
  if (printed > MOST_OF_ALL * size) return
  const { blocks } = print
  let [largest, most] = [-1, 0]
  for (let at = 0; at < size; at++) {
    if (blocks[at] !== PRINTED) continue
    const count = spread(print, at, PRINTED, SEEN)
    if (count > most) [largest, most] = [at, count]
  }
  if (most < LEAST_BLOCKS || most < PLAIN_SHARE * printed) return
  spread(print, largest, SEEN, LARGEST)
  print.count = most
}

/** Sets the outermost cells with print of the group in each row of the grid, x and y of each. @returns how many */
export function outline(points: Float32Array, { columns, blocks }: Print, grid: Grid, slopes: Slopes): number {
  const { luma } = grid
  let count = 0
  const width = columns * BLOCK
  for (let y = 2; y < grid.rows - 2; y++) {
    const blockRow = Math.floor(y / BLOCK) * columns
    let [first, last] = [-1, -1]
    for (let x = 0; x < width; x++) {
      if (blocks[blockRow + (x >> 2)] !== LARGEST) {
        x += BLOCK - 1
        continue
      }
      const at = y * grid.columns + x
      if (!isPrint(slopes.print[at] ?? 0, Math.max(luma[at - 2] ?? 0, luma[at + 2] ?? 0))) continue
      if (first < 0) first = x
      last = x
    }
    if (first < 0) continue
    points[count++] = first
    points[count++] = y
    points[count++] = last
    points[count++] = y
  }
  return count / 2
}

/** Cells that print may be out of a quad: its edge counts as print too. */
const NEARLY = 4

const sides = new Float32Array(12)

/** Share of the group that lies in a quad, or next to it. Its corners go clockwise; in cells. */
export function shareWithin({ columns, rows, blocks, count }: Print, q: Corners): number {
  for (let side = 0; side < 4; side++) {
    const ax = q[2 * side] ?? 0
    const ay = q[2 * side + 1] ?? 0
    const dx = (q[(2 * side + 2) % 8] ?? 0) - ax
    const dy = (q[(2 * side + 3) % 8] ?? 0) - ay
    sides[3 * side] = -dy
    sides[3 * side + 1] = dx
    sides[3 * side + 2] = dy * ax - dx * ay + NEARLY * Math.sqrt(dx * dx + dy * dy)
  }
  const [a0 = 0, b0 = 0, c0 = 0, a1 = 0, b1 = 0, c1 = 0, a2 = 0, b2 = 0, c2 = 0, a3 = 0, b3 = 0, c3 = 0] = sides
  let within = 0
  for (let row = 0; row < rows; row++) {
    const y = row * BLOCK + (BLOCK - 1) / 2
    for (let column = 0; column < columns; column++) {
      if (blocks[row * columns + column] !== LARGEST) continue
      const x = column * BLOCK + (BLOCK - 1) / 2
      if (a0 * x + b0 * y + c0 < 0 || a1 * x + b1 * y + c1 < 0) continue
      if (a2 * x + b2 * y + c2 >= 0 && a3 * x + b3 * y + c3 >= 0) within++
    }
  }
  return within / count
}
