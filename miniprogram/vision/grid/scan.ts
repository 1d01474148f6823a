import { createGrid, type Grid } from './grid'

/** A grid seen along its rows or along its columns, so that the same code handles both. */
export class Scan {
  grid = createGrid()
  /** Cells along a line, and across lines */
  length = 0
  width = 0
  /** Offsets in the grid's arrays to the next cell along a line, and across lines */
  along = 0
  across = 0

  constructor(readonly isRows: boolean) {}

  read(grid: Grid): void {
    const { columns, rows } = grid
    this.grid = grid
    this.length = this.isRows ? columns : rows
    this.width = this.isRows ? rows : columns
    this.along = this.isRows ? 1 : columns
    this.across = this.isRows ? columns : 1
  }
}
