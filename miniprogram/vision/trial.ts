import { type Axis, sideSupportOf } from './axis'
import { LEAST_SUPPORT } from './edges'
import type { Grid } from './grid'
import { BORDER, placeOf, slantOf } from './pairs'
import { type Corners, meet, ratioOf, unevennessOf } from './quad'
import { isShaped } from './shape'

/** How far corners may be from square, and how much longer a side than the opposite one: by pages. */
const MOST_SKEW = 0.3
const MOST_UNEVEN = { 1: 1.5, 2: 1.8 } as const
/** Shapes this much further off are not looked at closely. */
const SLACK = 1.3
/** Cells that corners may be beyond the border. */
const BEYOND = 3

/** Four lines, or the border for some, that a card's sides may lie on. */
export class Trial {
  readonly corners: Corners = new Float32Array(8)
  /** The line of the top, right, bottom and left side */
  readonly lines = new Int8Array(4)
  /** The same of what was kept last, and where they were: see `Lines` */
  readonly kept = new Int8Array(4)
  readonly places = new Float32Array(4)
  readonly slants = new Float32Array(4)

  constructor(
    readonly rows: Axis,
    readonly columns: Axis,
  ) {}

  /** Takes four lines. @returns whether a card can be there */
  take(grid: Grid, pages: 1 | 2, top: number, right: number, bottom: number, left: number): boolean {
    const { corners, lines } = this
    const rows = this.rows.finder.lines
    const columns = this.columns.finder.lines
    const a = placeOf(rows, top, 0)
    const b = placeOf(columns, right, grid.columns - 1)
    const c = placeOf(rows, bottom, grid.rows - 1)
    const d = placeOf(columns, left, 0)
    const isCutDown = top === BORDER || bottom === BORDER
    const isCutAcross = left === BORDER || right === BORDER
    if (!isShaped(pages, (b - d) / (c - a), isCutAcross, isCutDown, SLACK)) return false
    const t = slantOf(rows, top)
    const u = slantOf(columns, right)
    const v = slantOf(rows, bottom)
    const w = slantOf(columns, left)
    if (!isCutDown && !isCutAcross && Math.abs(t + u + v + w) / 2 > MOST_SKEW) return false
    const x = grid.columns / 2
    const y = grid.rows / 2
    meet(corners, 0, a, t, d, w, x, y)
    meet(corners, 1, a, t, b, u, x, y)
    meet(corners, 2, c, v, b, u, x, y)
    meet(corners, 3, c, v, d, w, x, y)
    for (let i = 0; i < 8; i += 2) {
      const cornerX = corners[i] ?? 0
      const cornerY = corners[i + 1] ?? 0
      if (cornerX < -BEYOND || cornerX >= grid.columns + BEYOND) return false
      if (cornerY < -BEYOND || cornerY >= grid.rows + BEYOND) return false
    }
    lines[0] = top
    lines[1] = right
    lines[2] = bottom
    lines[3] = left
    return unevennessOf(corners) < MOST_UNEVEN[pages] && isShaped(pages, ratioOf(corners), isCutAcross, isCutDown, 1)
  }

  /** How surely a side is there, by its corners: 0 the top one, then clockwise. The border counts in full. */
  supportOf(side: number): number {
    const { corners } = this
    const isRows = side % 2 === 0
    const k = isRows ? 0 : 1
    const one = corners[2 * side + k] ?? 0
    const other = corners[(2 * side + 2 + k) % 8] ?? 0
    const isFirst = side === 0 || side === 3
    const [from, to] = side < 2 ? [one, other] : [other, one]
    return sideSupportOf(isRows ? this.rows : this.columns, this.lines[side] ?? BORDER, isFirst, from, to)
  }

  /** What the sides have together; 0 where one of them is not there. */
  totalSupport(): number {
    let total = 0
    for (let side = 0; side < 4; side++) {
      const support = this.supportOf(side)
      if (support < LEAST_SUPPORT) return 0
      total += support
    }
    return total
  }

  /** Remembers where the sides are: a line that is guessed is soon another one. */
  keep(grid: Grid): void {
    for (let side = 0; side < 4; side++) {
      const isRows = side % 2 === 0
      const { lines } = (isRows ? this.rows : this.columns).finder
      const line = this.lines[side] ?? BORDER
      this.kept[side] = line
      this.places[side] = placeOf(lines, line, side === 0 || side === 3 ? 0 : (isRows ? grid.rows : grid.columns) - 1)
      this.slants[side] = slantOf(lines, line)
    }
  }

  /** How many sides the border stands for. */
  get cut(): number {
    let cut = 0
    for (let side = 0; side < 4; side++) if (this.lines[side] === BORDER) cut++
    return cut
  }
}
