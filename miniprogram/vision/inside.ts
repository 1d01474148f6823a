import type { Grid } from './grid'
import type { Corners } from './quad'
import { isPrint, type Slopes } from './slopes'

/** What is seen of a card at points all over it. */
export interface Inside {
  /** 0..255: luminance of the paper between the print */
  paper: number
  /** 0..1: share of the points that have print */
  printShare: number
  /** 0..1: share of the points that are much lighter than the paper, and as light as can be */
  glareShare: number
  /** 0..1: share of the points without print that are much darker than the paper */
  darkShare: number
}

const ACROSS = 24
const DOWN = 16
/** Share of the points that is darker than the paper's luminance */
const PAPER = 0.6
const GLARE = 247
const GLARE_OVER_PAPER = 9
/** Share of the paper's luminance that it has where least light falls on it. */
const SHADED = 0.75

const inside: Inside = { paper: 0, printShare: 0, glareShare: 0, darkShare: 0 }
const counts = new Uint16Array(256)
const lumas = new Float32Array(ACROSS * DOWN)
const prints = new Float32Array(ACROSS * DOWN)
const cells = new Uint32Array(ACROSS * DOWN)

function sample({ luma, columns, rows }: Grid, { print }: Slopes, q: Corners): void {
  const ax = q[0] ?? 0
  const ay = q[1] ?? 0
  const bx = q[2] ?? 0
  const by = q[3] ?? 0
  const cx = q[4] ?? 0
  const cy = q[5] ?? 0
  const dx = q[6] ?? 0
  const dy = q[7] ?? 0
  for (let i = 0; i < DOWN; i++) {
    const down = 0.04 + (0.92 * i) / (DOWN - 1)
    for (let j = 0; j < ACROSS; j++) {
      const across = 0.03 + (0.94 * j) / (ACROSS - 1)
      const x = (ax + (bx - ax) * across) * (1 - down) + (dx + (cx - dx) * across) * down
      const y = (ay + (by - ay) * across) * (1 - down) + (dy + (cy - dy) * across) * down
      const column = Math.max(0, Math.min(columns - 1, Math.round(x)))
      const row = Math.max(0, Math.min(rows - 1, Math.round(y)))
      const at = row * columns + column
      const point = i * ACROSS + j
      cells[point] = at
      lumas[point] = luma[at] ?? 0
      prints[point] = print[at] ?? 0
    }
  }
}

/** The luminance that a share of the points is darker than. */
function quantile(share: number): number {
  counts.fill(0)
  for (const luma of lumas) {
    const value = luma | 0
    counts[value] = (counts[value] ?? 0) + 1
  }
  let left = share * lumas.length
  for (let value = 0; value < 256; value++) {
    left -= counts[value] ?? 0
    if (left < 0) return value
  }
  return 255
}

/** Looks at a quad's inside. What is returned is overwritten by the next call. */
export function insideOf(grid: Grid, slopes: Slopes, corners: Corners): Inside {
  sample(grid, slopes, corners)
  const paper = quantile(PAPER)
  const leastGlare = Math.max(GLARE, paper + GLARE_OVER_PAPER)
  let [printed, glared, dark] = [0, 0, 0]
  for (let i = 0; i < lumas.length; i++) {
    if (isPrint(prints[i] ?? 0, paper)) printed++
    else if ((lumas[i] ?? 0) < SHADED * paper) dark++
    if ((lumas[i] ?? 0) > leastGlare) glared++
  }
  inside.paper = paper
  inside.printShare = printed / lumas.length
  inside.glareShare = glared / lumas.length
  inside.darkShare = dark / Math.max(1, lumas.length - printed)
  return inside
}

/** Cells to both sides of a stroke, or of a line of print, and what it differs by, as a share of the luminance. */
const BESIDE = [2, 3] as const
const FINE = 0.02

/** Whether a cell is lighter or darker than those on both sides of it, `hop` cells apart. */
function stands(luma: Float32Array, at: number, hop: number): boolean {
  const here = luma[at] ?? 0
  const before = luma[at - hop] ?? here
  const after = luma[at + hop] ?? here
  const least = FINE * here
  return (here + least < before && here + least < after) || (here - least > before && here - least > after)
}

/**
 * Share of a quad's points with print that stands out from both its sides, as strokes and lines do: of a pattern on a
 * desk there is but its edges.
 *
 * @param paper luminance of the paper between the print
 */
export function finePrintOf(grid: Grid, slopes: Slopes, corners: Corners, paper: number): number {
  sample(grid, slopes, corners)
  const { luma, columns } = grid
  let fine = 0
  for (let i = 0; i < cells.length; i++) {
    if (!isPrint(prints[i] ?? 0, paper)) continue
    const at = cells[i] ?? 0
    for (const beside of BESIDE) {
      if (!stands(luma, at, beside) && !stands(luma, at, beside * columns)) continue
      fine++
      break
    }
  }
  return fine / cells.length
}
