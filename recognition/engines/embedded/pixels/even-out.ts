/** px; light changes little within a tile, and a tile holds both ink and paper where there is print. */
const TILE = 32
/** Of 255: less difference than this is noise, and is not made more of. */
const MIN_CONTRAST = 56
/** What the darkest and the lightest of a place become, of 255. */
const [DARK, LIGHT] = [24, 232]

interface Size {
  readonly width: number
  readonly height: number
}

interface Grid extends Size {
  /** The darkest and the lightest in each tile, 0..255. */
  readonly dark: Float32Array
  readonly light: Float32Array
}

const luminanceAt = (rgb: Uint8Array, at: number): number =>
  0.299 * (rgb[at] ?? 0) + 0.587 * (rgb[at + 1] ?? 0) + 0.114 * (rgb[at + 2] ?? 0)

/** Means of a few px instead of single ones, so that noise is not taken for contrast. */
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

/** Of each tile and its neighbors: the darkest or the lightest. */
function spread({ width, height }: Grid, values: Float32Array, pick: (a: number, b: number) => number): Float32Array {
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

/**
 * Gives print the same contrast everywhere: in shade and light, faded or dark. Three bytes a pixel, in place.
 */
export function evenOut(rgb: Uint8Array, size: Size): void {
  const grid = extremesOf(rgb, size)
  const dark = spread(grid, grid.dark, Math.min)
  const light = spread(grid, grid.light, Math.max)
  const [columns, rows] = [grid.width, grid.height]
  for (let y = 0; y < size.height; y++) {
    const v = Math.min(Math.max((y + 0.5) / TILE - 0.5, 0), rows - 1)
    const top = Math.min(Math.floor(v), Math.max(0, rows - 2))
    const down = v - top
    for (let x = 0; x < size.width; x++) {
      const u = Math.min(Math.max((x + 0.5) / TILE - 0.5, 0), columns - 1)
      const left = Math.min(Math.floor(u), Math.max(0, columns - 2))
      const right = u - left
      const here = top * columns + left
      const below = rows > 1 ? here + columns : here
      const beside = columns > 1 ? 1 : 0
      const low =
        ((dark[here] ?? 0) * (1 - right) + (dark[here + beside] ?? 0) * right) * (1 - down) +
        ((dark[below] ?? 0) * (1 - right) + (dark[below + beside] ?? 0) * right) * down
      const high =
        ((light[here] ?? 0) * (1 - right) + (light[here + beside] ?? 0) * right) * (1 - down) +
        ((light[below] ?? 0) * (1 - right) + (light[below + beside] ?? 0) * right) * down
      const gain = Math.max(1, (LIGHT - DARK) / Math.max(MIN_CONTRAST, high - low))
      const at = 3 * (y * size.width + x)
      for (let c = at; c < at + 3; c++) {
        const value = LIGHT - (high - (rgb[c] ?? 0)) * gain
        rgb[c] = value < 0 ? 0 : value > 255 ? 255 : value
      }
    }
  }
}
