import type { Grid } from '../grid/grid'
import { Scan } from '../grid/scan'
import type { TextBox } from '../text/text-box'
import { EdgeScores } from './edge-scores'
import { LineFinder, type Lines } from './lines'
import { BORDER, createPairs, readPairs } from './pairs'

/** Score of a side of the text box, even if no edge is visible there. */
const BOX_SCORE = 0.6

function add(lines: Lines, offset: number, slope: number): void {
  lines.offset[lines.count] = offset
  lines.slope[lines.count] = slope
  lines.count++
}

/** Lines along rows or along columns, and which of them may be opposite sides of a card. */
export class Axis {
  readonly scan: Scan
  readonly scores = new EdgeScores()
  readonly pairs = createPairs()
  private readonly finder = new LineFinder()
  readonly lines = this.finder.lines
  /** Index of the first line that comes from the text box */
  private boxed = 0

  constructor(readonly isRows: boolean) {
    this.scan = new Scan(isRows)
  }

  /** Allocates only when the grid has grown. */
  read(grid: Grid, box: TextBox): void {
    const { isRows, scan, finder, lines, scores, pairs } = this
    scan.read(grid)
    finder.find(scan)
    this.boxed = lines.count
    if (box.isFound) {
      const slope = isRows ? box.slope : -box.slope
      add(lines, box.offsets[isRows ? 0 : 3] ?? NaN, slope)
      add(lines, box.offsets[isRows ? 2 : 1] ?? NaN, slope)
    }
    scores.read(lines, scan)
    readPairs(pairs, lines, this.boxed, scores, scan.width)
  }

  /** @param isFirst whether the line is the top or left side of the card */
  offsetOf(line: number, isFirst: boolean): number {
    if (line === BORDER) return isFirst ? 0 : this.scan.width - 1
    return this.lines.offset[line] ?? 0
  }

  slopeOf(line: number): number {
    return line === BORDER ? 0 : (this.lines.slope[line] ?? 0)
  }

  /** Score of a side between two places on a line; 1 for the border */
  scoreOf(line: number, isFirst: boolean, from: number, to: number): number {
    if (line === BORDER) return 1
    const score = this.scores.scoreOf(line, isFirst, from, to)
    const isBoxed = line >= this.boxed && line < this.lines.count
    return isBoxed ? Math.max(score, BOX_SCORE) : score
  }
}
