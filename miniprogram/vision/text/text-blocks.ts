import type { Corners } from '../quad/corners'
import type { Grid } from '../grid/grid'
import { isText } from '../grid/text'

/** Side of a block, cells */
export const BLOCK = 4
/** Cells with text in a block that has text */
const MIN_TEXT_CELLS = 3
/** Blocks up to this far apart are connected: between lines and pages there is a gap. */
const MAX_GAP = 3
/** Blocks of the largest group, at least, and as a share of all that have text: more text elsewhere is a pattern. */
const MIN_BLOCKS = 12
const MIN_GROUP_SHARE = 0.8
/** On a desk with text or grain on more than this share of the frame, there is no group. */
const MAX_TEXT_SHARE = 0.7
/** Cells that the group may extend beyond a card: the card's edge has contrast, too. */
const TOLERANCE = 4

const EMPTY = 0
const TEXT = 1
const VISITED = 2
const GROUP = 3

/** Blocks of cells with text, and the largest group of connected ones. */
export interface TextBlocks {
  columns: number
  rows: number
  /** EMPTY, TEXT, VISITED or GROUP */
  blocks: Uint8Array
  stack: Uint16Array
  /** Blocks of the largest group; 0 if it is too small or there is text everywhere */
  count: number
  /** Share of all blocks that have text */
  share: number
}

export const createTextBlocks = (): TextBlocks => ({
  columns: 0,
  rows: 0,
  blocks: new Uint8Array(0),
  stack: new Uint16Array(0),
  count: 0,
  share: 0,
})

/** @returns how many blocks have text */
function markText({ columns, rows, blocks }: TextBlocks, { luma, contrast, columns: stride }: Grid): number {
  let count = 0
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const from = row * BLOCK * stride + column * BLOCK
      let paper = 0
      for (let i = 0; i < BLOCK; i++) {
        for (let j = 0; j < BLOCK; j++) paper = Math.max(paper, luma[from + i * stride + j] ?? 0)
      }
      let cells = 0
      for (let i = 0; i < BLOCK; i++) {
        for (let j = 0; j < BLOCK; j++) if (isText(contrast[from + i * stride + j] ?? 0, paper)) cells++
      }
      const hasText = cells >= MIN_TEXT_CELLS
      blocks[row * columns + column] = hasText ? TEXT : EMPTY
      if (hasText) count++
    }
  }
  return count
}

/** Flood fill: changes the mark of a block and all connected to it. @returns how many */
function fill({ columns, rows, blocks, stack }: TextBlocks, start: number, from: number, to: number): number {
  let [top, count] = [0, 0]
  blocks[start] = to
  stack[top++] = start
  while (top > 0) {
    const at = stack[--top] ?? 0
    count++
    const [row, column] = [Math.floor(at / columns), at % columns]
    for (let y = Math.max(0, row - MAX_GAP); y <= Math.min(rows - 1, row + MAX_GAP); y++) {
      for (let x = Math.max(0, column - MAX_GAP); x <= Math.min(columns - 1, column + MAX_GAP); x++) {
        const next = y * columns + x
        if (blocks[next] !== from) continue
        blocks[next] = to
        stack[top++] = next
      }
    }
  }
  return count
}

/** Finds the largest group of connected blocks. Allocates only when the grid has grown. */
export function readTextBlocks(text: TextBlocks, grid: Grid): void {
  text.columns = Math.floor(grid.columns / BLOCK)
  text.rows = Math.floor(grid.rows / BLOCK)
  const size = text.columns * text.rows
  if (text.blocks.length < size) {
    text.blocks = new Uint8Array(size)
    text.stack = new Uint16Array(size)
  }
  const textCount = markText(text, grid)
  text.count = 0
  text.share = textCount / size
  if (textCount > MAX_TEXT_SHARE * size) return
  const { blocks } = text
  let [largest, max] = [-1, 0]
  for (let at = 0; at < size; at++) {
    if (blocks[at] !== TEXT) continue
    const count = fill(text, at, TEXT, VISITED)
    if (count > max) [largest, max] = [at, count]
  }
  if (max < MIN_BLOCKS || max < MIN_GROUP_SHARE * textCount) return
  fill(text, largest, VISITED, GROUP)
  text.count = max
}

/** Sets x and y of the outermost cells with text in each row of the group. @returns how many points */
export function outlineOf(points: Float32Array, { columns, blocks }: TextBlocks, grid: Grid): number {
  const { luma, contrast } = grid
  let count = 0
  const width = columns * BLOCK
  for (let y = 2; y < grid.rows - 2; y++) {
    const blockRow = Math.floor(y / BLOCK) * columns
    let [first, last] = [-1, -1]
    for (let x = 0; x < width; x++) {
      if (blocks[blockRow + Math.floor(x / BLOCK)] !== GROUP) {
        x += BLOCK - 1
        continue
      }
      const at = y * grid.columns + x
      if (!isText(contrast[at] ?? 0, Math.max(luma[at - 2] ?? 0, luma[at + 2] ?? 0))) continue
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

/** a, b and c of each side: ax + by + c >= 0 inside */
const sides = new Float32Array(12)

/** Share of the group that lies in a quad, with some tolerance. */
export function shareWithin({ columns, rows, blocks, count }: TextBlocks, corners: Corners): number {
  for (let side = 0; side < 4; side++) {
    const ax = corners[2 * side] ?? 0
    const ay = corners[2 * side + 1] ?? 0
    const dx = (corners[(2 * side + 2) % 8] ?? 0) - ax
    const dy = (corners[(2 * side + 3) % 8] ?? 0) - ay
    sides[3 * side] = -dy
    sides[3 * side + 1] = dx
    sides[3 * side + 2] = dy * ax - dx * ay + TOLERANCE * Math.sqrt(dx * dx + dy * dy)
  }
  const [a0 = 0, b0 = 0, c0 = 0, a1 = 0, b1 = 0, c1 = 0, a2 = 0, b2 = 0, c2 = 0, a3 = 0, b3 = 0, c3 = 0] = sides
  let within = 0
  for (let row = 0; row < rows; row++) {
    const y = row * BLOCK + (BLOCK - 1) / 2
    for (let column = 0; column < columns; column++) {
      if (blocks[row * columns + column] !== GROUP) continue
      const x = column * BLOCK + (BLOCK - 1) / 2
      if (a0 * x + b0 * y + c0 < 0 || a1 * x + b1 * y + c1 < 0) continue
      if (a2 * x + b2 * y + c2 >= 0 && a3 * x + b3 * y + c3 >= 0) within++
    }
  }
  return within / count
}
