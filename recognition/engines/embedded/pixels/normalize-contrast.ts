import { luminanceAt } from '../../../../miniprogram/image/luminance'
import type { Size } from '../../../../miniprogram/image/size'

/** px: small enough for even light, large enough to contain both ink and paper. */
const TILE = 32
/** Of 255; a lower contrast is noise and is not fully stretched. */
const MIN_CONTRAST = 56
/** Output range, of 255. */
const [DARK, LIGHT] = [24, 232]

interface Grid extends Size {
  /** Minimum and maximum luminance of each tile, 0..255. */
  readonly dark: Float32Array
  readonly light: Float32Array
}

/** Over means of 2 × 2 px, against noise. */
function extremesOf(rgb: Uint8Array, { width, height }: Size): Grid {
  const [columns, rows] = [Math.ceil(width / TILE), Math.ceil(height / TILE)]
  const dark = new Float32Array(columns * rows).fill(255)
  const light = new Float32Array(columns * rows)
  for (let y = 0; y + 1 < height; y += 2) {
    const row = Math.floor(y / TILE) * columns
    for (let x = 0; x + 1 < width; x += 2) {
      const at = 3 * (y * width + x)
      const below = at + 3 * width
      const mean =
        (luminanceAt(rgb, at) + luminanceAt(rgb, at + 3) + luminanceAt(rgb, below) + luminanceAt(rgb, below + 3)) / 4
      const tile = row + Math.floor(x / TILE)
      if (mean < (dark[tile] ?? 0)) dark[tile] = mean
      if (mean > (light[tile] ?? 255)) light[tile] = mean
    }
  }
  return { width: columns, height: rows, dark, light }
}

/** Minimum or maximum over each tile and its eight neighbors. */
function poolNeighbors(
  { width, height }: Grid,
  values: Float32Array,
  pick: (a: number, b: number) => number,
): Float32Array {
  return values.map((value, index) => {
    const [x, y] = [index % width, Math.floor(index / width)]
    let best = value
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        best = pick(best, values[row * width + column] ?? value)
      }
    }
    return best
  })
}

const clamp = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value)

/** For each px of a row or column: the tiles before and after it, and its share (0..1) of the way between their centers. */
function interpolation(
  length: number,
  tiles: number,
): { before: Uint16Array; after: Uint16Array; share: Float32Array } {
  const [before, after, share] = [new Uint16Array(length), new Uint16Array(length), new Float32Array(length)]
  for (let i = 0; i < length; i++) {
    const at = Math.min(Math.max((i + 0.5) / TILE - 0.5, 0), tiles - 1)
    const first = Math.min(Math.floor(at), Math.max(0, tiles - 2))
    before[i] = first
    after[i] = Math.min(first + 1, tiles - 1)
    share[i] = at - first
  }
  return { before, after, share }
}

/** Local contrast normalization: print gets the same contrast in shade and light. RGB, in place. */
export function normalizeContrast(rgb: Uint8Array, { width, height }: Size): void {
  const grid = extremesOf(rgb, { width, height })
  const dark = poolNeighbors(grid, grid.dark, Math.min)
  const light = poolNeighbors(grid, grid.light, Math.max)
  const [across, down] = [interpolation(width, grid.width), interpolation(height, grid.height)]
  const [low, high] = [new Float32Array(grid.width), new Float32Array(grid.width)]
  for (let y = 0; y < height; y++) {
    const [above, below, share] = [
      (down.before[y] ?? 0) * grid.width,
      (down.after[y] ?? 0) * grid.width,
      down.share[y] ?? 0,
    ]
    for (let column = 0; column < grid.width; column++) {
      low[column] = (dark[above + column] ?? 0) * (1 - share) + (dark[below + column] ?? 0) * share
      high[column] = (light[above + column] ?? 0) * (1 - share) + (light[below + column] ?? 0) * share
    }
    for (let x = 0, at = 3 * y * width; x < width; x++, at += 3) {
      const [left, right, share] = [across.before[x] ?? 0, across.after[x] ?? 0, across.share[x] ?? 0]
      const lightest = (high[left] ?? 0) * (1 - share) + (high[right] ?? 0) * share
      const darkest = (low[left] ?? 0) * (1 - share) + (low[right] ?? 0) * share
      const gain = Math.max(1, (LIGHT - DARK) / Math.max(MIN_CONTRAST, lightest - darkest))
      const offset = LIGHT - lightest * gain
      rgb[at] = clamp(offset + (rgb[at] ?? 0) * gain)
      rgb[at + 1] = clamp(offset + (rgb[at + 1] ?? 0) * gain)
      rgb[at + 2] = clamp(offset + (rgb[at + 2] ?? 0) * gain)
    }
  }
}
