import { heightOf, type Quad, widthOf } from '../../../../miniprogram/image/quad'
import { greedyDecode } from '../ocr/ctc'
import { type Candidate, type Line, LINE_HEIGHT } from '../ocr/line'
import { MAX_LINE_WIDTH } from '../ocr/recognize'
import type { Picture } from '../pixels/picture'
import { INK, PAPER, sampleQuad } from '../pixels/sample-quad'

/** px of a template: as narrow as a digit, or its neighbors show; on either side, how far to search for the character. */
export const PATCH = { width: 15, height: 24, search: 7 }
/** px of the height that capitals leave free. */
const PADDING = 4
/** px: width of an image with its search range. */
export const IMAGE_WIDTH = PATCH.width + 2 * PATCH.search

/** A printed character. */
export interface CharacterImage {
  readonly text: string
  readonly candidates: readonly Candidate[]
  /** Darkness 0..1, `PATCH.height` rows of `IMAGE_WIDTH` px, the character near the center. */
  readonly pixels: () => Float32Array
}

/** Characters as high as the line. */
const FULL_HEIGHT = /[0-9A-Z]/
/** px on either side of a character's center that are its own. */
const REACH = 9
/** Quantiles of the rows that are paper and ink, and the darkness between them (0..1) at which print starts. */
const [LIGHT_ROWS, DARK_ROWS, PRINT_STARTS] = [0.1, 0.8, 0.3]

interface Darkness {
  readonly data: Float32Array
  readonly width: number
}

function darknessOf(picture: Picture, box: Quad): Darkness {
  // Not squeezed as for the recognizer: character widths matter here.
  const width = Math.min(
    MAX_LINE_WIDTH,
    Math.max(LINE_HEIGHT, Math.round((widthOf(box) / heightOf(box)) * LINE_HEIGHT)),
  )
  const tensor = sampleQuad(picture, box, { width, height: LINE_HEIGHT }, width)
  const plane = width * LINE_HEIGHT
  const data = new Float32Array(plane)
  for (let i = 0; i < plane; i++) {
    const mean = ((tensor[i] ?? 0) + (tensor[i + plane] ?? 0) + (tensor[i + 2 * plane] ?? 0)) / 3
    data[i] = Math.min(1, Math.max(0, (PAPER - mean) / (PAPER - INK)))
  }
  return { data, width }
}

/** The rows of a line that its capitals and digits fill. */
function rowsOf({ data, width }: Darkness, centers: readonly number[]): { top: number; bottom: number } {
  const rows = new Float32Array(LINE_HEIGHT)
  for (const center of centers) {
    const [from, to] = [Math.max(0, Math.round(center - REACH)), Math.min(width - 1, Math.round(center + REACH))]
    for (let y = 0; y < LINE_HEIGHT; y++) {
      for (let x = from; x <= to; x++) rows[y] = (rows[y] ?? 0) + (data[y * width + x] ?? 0)
    }
  }
  const sorted = rows.slice().sort()
  const [low = 0, high = 0] = [LIGHT_ROWS, DARK_ROWS].map((share) => sorted[Math.floor(LINE_HEIGHT * share)])
  const isInk = (row: number): boolean => (rows[row] ?? 0) > low + PRINT_STARTS * (high - low)
  let [top, bottom] = [LINE_HEIGHT / 2, LINE_HEIGHT / 2]
  while (top > 0 && isInk(top - 1)) top -= 1
  while (bottom < LINE_HEIGHT - 1 && isInk(bottom + 1)) bottom += 1
  return { top, bottom: bottom + 1 }
}

/** Crops around (x, y), bilinear, at `scale` px of the line for each px of the result. */
function crop({ data, width }: Darkness, x: number, y: number, scale: number): Float32Array {
  const at = (column: number, row: number): number =>
    column < 0 || column >= width || row < 0 || row >= LINE_HEIGHT ? 0 : (data[row * width + column] ?? 0)
  return Float32Array.from({ length: IMAGE_WIDTH * PATCH.height }, (_, i) => {
    const left = x + ((i % IMAGE_WIDTH) + 0.5 - IMAGE_WIDTH / 2) * scale - 0.5
    const top = y + (Math.floor(i / IMAGE_WIDTH) + 0.5 - PATCH.height / 2) * scale - 0.5
    const [column, row] = [Math.floor(left), Math.floor(top)]
    const [right, down] = [left - column, top - row]
    const above = at(column, row) * (1 - right) + at(column + 1, row) * right
    const below = at(column, row + 1) * (1 - right) + at(column + 1, row + 1) * right
    return above * (1 - down) + below * down
  })
}

/** The characters of a line without its spaces, all scaled by the height of the capitals. `box`: px of the picture. */
export function characterImagesOf(picture: Picture, box: Quad, { steps }: Line): CharacterImage[] {
  const darkness = darknessOf(picture, box)
  const found = greedyDecode(steps)
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, at: place }) => ({
      text,
      candidates: steps.find(({ at }) => at === place)?.candidates ?? [],
      center: place * darkness.width,
    }))
  const fullHeight = found.filter(({ text }) => FULL_HEIGHT.test(text))
  const { top, bottom } = rowsOf(
    darkness,
    fullHeight.map(({ center }) => center),
  )
  const scale = (bottom - top) / (PATCH.height - PADDING)
  return found.map(({ text, candidates, center }) => ({
    text,
    candidates,
    pixels: () => crop(darkness, center, (top + bottom) / 2, scale),
  }))
}
