import type { Grid } from '../grid/grid'
import { isText } from '../grid/text'
import { type Corners, pointIn } from '../quad/corners'

/** What a card shows, at points spread evenly over it. */
export interface Content {
  /** Luminance of the paper between the text, 0..255 */
  paper: number
  /** Share of points with text */
  textShare: number
  /** Share of points that are overexposed and brighter than the paper */
  glareShare: number
  /** Share of points without text that are much darker than the paper */
  darkShare: number
}

const ACROSS = 24
const DOWN = 16
/** Left out at each border, as a share of the card. */
const INSET_ACROSS = 0.03
const INSET_DOWN = 0.04
/** Quantile of luminance that is the paper's: text is darker, glare is brighter. */
const PAPER_QUANTILE = 0.6
/** Luminance of glare, absolute and above the paper's. */
const GLARE = 247
const GLARE_OVER_PAPER = 9
/** Paper in shade keeps this share of its luminance. */
const SHADE = 0.75

const content: Content = { paper: 0, textShare: 0, glareShare: 0, darkShare: 0 }
const histogram = new Uint16Array(256)
const lumas = new Float32Array(ACROSS * DOWN)
const contrasts = new Float32Array(ACROSS * DOWN)
const cells = new Uint32Array(ACROSS * DOWN)

function sample({ luma, contrast, columns, rows }: Grid, corners: Corners): void {
  for (let i = 0; i < DOWN; i++) {
    const down = INSET_DOWN + ((1 - 2 * INSET_DOWN) * i) / (DOWN - 1)
    for (let j = 0; j < ACROSS; j++) {
      const across = INSET_ACROSS + ((1 - 2 * INSET_ACROSS) * j) / (ACROSS - 1)
      const column = Math.max(0, Math.min(columns - 1, Math.round(pointIn(corners, 0, across, down))))
      const row = Math.max(0, Math.min(rows - 1, Math.round(pointIn(corners, 1, across, down))))
      const at = row * columns + column
      const point = i * ACROSS + j
      cells[point] = at
      lumas[point] = luma[at] ?? 0
      contrasts[point] = contrast[at] ?? 0
    }
  }
}

/** Luminance that a share of the points is darker than. */
function quantile(share: number): number {
  histogram.fill(0)
  for (const luma of lumas) {
    const value = luma | 0
    histogram[value] = (histogram[value] ?? 0) + 1
  }
  let left = share * lumas.length
  for (let value = 0; value < 256; value++) {
    left -= histogram[value] ?? 0
    if (left < 0) return value
  }
  return 255
}

/** The next call overwrites the result. */
export function contentOf(grid: Grid, corners: Corners): Content {
  sample(grid, corners)
  const paper = quantile(PAPER_QUANTILE)
  const minGlare = Math.max(GLARE, paper + GLARE_OVER_PAPER)
  let [text, glare, dark] = [0, 0, 0]
  for (let i = 0; i < lumas.length; i++) {
    if (isText(contrasts[i] ?? 0, paper)) text++
    else if ((lumas[i] ?? 0) < SHADE * paper) dark++
    if ((lumas[i] ?? 0) > minGlare) glare++
  }
  content.paper = paper
  content.textShare = text / lumas.length
  content.glareShare = glare / lumas.length
  content.darkShare = dark / Math.max(1, lumas.length - text)
  return content
}

/** Widths of a stroke or a line of text, cells, and how much it differs from both sides, as a share of its luminance. */
const STROKE_CELLS = [2, 3] as const
const STROKE_CONTRAST = 0.02

/** Whether a cell is brighter or darker than both cells that are `hop` away. */
function isStroke(luma: Float32Array, at: number, hop: number): boolean {
  const here = luma[at] ?? 0
  const before = luma[at - hop] ?? here
  const after = luma[at + hop] ?? here
  const min = STROKE_CONTRAST * here
  return (here + min < before && here + min < after) || (here - min > before && here - min > after)
}

/**
 * Share of a card's points that are on a stroke or a line of text. Patterns of a desk have only edges.
 *
 * @param paper luminance of the paper between the text
 */
export function strokeShareOf(grid: Grid, corners: Corners, paper: number): number {
  sample(grid, corners)
  const { luma, columns } = grid
  let strokes = 0
  for (let i = 0; i < cells.length; i++) {
    if (!isText(contrasts[i] ?? 0, paper)) continue
    const at = cells[i] ?? 0
    for (const width of STROKE_CELLS) {
      if (!isStroke(luma, at, width) && !isStroke(luma, at, width * columns)) continue
      strokes++
      break
    }
  }
  return strokes / cells.length
}
