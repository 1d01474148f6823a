import { luminanceAt } from '../../../../miniprogram/image/luminance'
import { between } from '../../../../miniprogram/image/point'
import type { Quad } from '../../../../miniprogram/image/quad'
import type { Picture } from '../pixels/picture'
import { pixelAt, pointIn } from './patch'

/** A page is looked at in so many cells, and each at 4 × 4 places. */
const COLUMNS = 48
const ROWS = 32
const PLACES = 4
/** Of a page's sides: what lies beside it is not taken for it where its outline is not exact. */
const INSET = 0.04

/** Cells of the pages, as far as they are in the picture; each value 0..255. */
export interface Surface {
  /** Mean color. */
  readonly red: Float32Array
  readonly green: Float32Array
  readonly blue: Float32Array
  /** Luminance at the brightest place: paper, nearly everywhere. */
  readonly brightest: Float32Array
}

/** How the pages look, coarsely. */
export function surfaceOf(picture: Picture, cards: readonly Quad[]): Surface {
  const { data, width, height } = picture
  const size = cards.length * COLUMNS * ROWS
  const [red, green, blue] = [new Float32Array(size), new Float32Array(size), new Float32Array(size)]
  const brightest = new Float32Array(size)
  let count = 0
  for (const card of cards) {
    const page = placesIn(card)
    for (let cell = 0; cell < COLUMNS * ROWS; cell++) {
      const left = (cell % COLUMNS) * PLACES
      const top = Math.floor(cell / COLUMNS) * PLACES
      const middle = page(left + 2, top + 2)
      if (middle.x < 0 || middle.y < 0 || middle.x >= width || middle.y >= height) continue
      for (let place = 0; place < PLACES * PLACES; place++) {
        const { x, y } = page(left + (place % PLACES), top + Math.floor(place / PLACES))
        const at = pixelAt(picture, x, y)
        const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
        red[count] = (red[count] ?? 0) + r / (PLACES * PLACES)
        green[count] = (green[count] ?? 0) + g / (PLACES * PLACES)
        blue[count] = (blue[count] ?? 0) + b / (PLACES * PLACES)
        brightest[count] = Math.max(brightest[count] ?? 0, luminanceAt(data, at))
      }
      count += 1
    }
  }
  const filled = (values: Float32Array): Float32Array => values.subarray(0, count)
  return { red: filled(red), green: filled(green), blue: filled(blue), brightest: filled(brightest) }
}

/** Where the places of a page are: column and row to px. */
function placesIn(card: Quad) {
  const inset = (share: number): number => INSET + (1 - 2 * INSET) * share
  const columns = Array.from({ length: COLUMNS * PLACES }, (_, i) => inset((i + 0.5) / (COLUMNS * PLACES)))
  const top = columns.map((across) => pointIn(card, across, 0))
  const bottom = columns.map((across) => pointIn(card, across, 1))
  const origin = { x: 0, y: 0 }
  return (column: number, row: number) =>
    between(top[column] ?? origin, bottom[column] ?? origin, inset((row + 0.5) / (ROWS * PLACES)))
}
