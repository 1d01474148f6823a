/** A downscaled frame: square cells, row by row. Leftover px at the right and the bottom are dropped. */
export interface Grid {
  columns: number
  rows: number
  /** Side of a cell, px of the frame */
  cellPx: number
  /** Mean luminance, 0..255 */
  luma: Float32Array
  /** Gradients: difference of luminance over three cells, to the right and down; 0 near the border */
  dx: Float32Array
  dy: Float32Array
  /** Local contrast: how far a cell's luminance is from the mean of 5 x 5 cells around it; 0 near the border */
  contrast: Float32Array
  /** Scratch memory of the box filters */
  sums: Float32Array
}

export function createGrid(): Grid {
  const none = new Float32Array(0)
  return { columns: 0, rows: 0, cellPx: 1, luma: none, dx: none, dy: none, contrast: none, sums: none }
}
