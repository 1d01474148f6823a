import { greedyDecode } from '../ocr/ctc'
import { heightOf, type Quad, widthOf } from '../../../../miniprogram/image/quad'
import type { Candidate, Line } from '../ocr/line'
import type { Picture } from '../pixels/picture'
import { sampleQuad } from '../pixels/sample-quad'

/** px; what a line is sampled at. */
const HEIGHT = 48
const MAX_WIDTH = 1600

/**
 * px of a patch; capitals fill all but `AROUND` of its height. No wider than a digit, or its neighbors are seen in it;
 * and it is this much wider on either side, to look for the character in.
 */
export const PATCH = { width: 15, height: 24, beside: 7 }
const AROUND = 4
/** Whole width, with what is beside. */
export const WHOLE = PATCH.width + 2 * PATCH.beside

/** A printed character. */
export interface CharacterImage {
  readonly text: string
  /** What the recognizer took it for, or thought it might be. */
  readonly candidates: readonly Candidate[]
  /** How dark it is, 0..1: `PATCH.height` rows of `WHOLE` px, the character about in the middle. */
  readonly patch: () => Float32Array
}

/** What paper and ink are in a sampled line, of -1..1. */
const [PAPER, INK] = [0.85, -0.8]
/** Capitals and digits reach from the bottom to the top of print; px beside their middle that are surely theirs. */
const CAPITAL = /[0-9A-Z]/
const REACH = 9
/** Of the rows of a line: this share is surely paper, this share ink, and print begins where it is this dark between. */
const [LIGHT_ROWS, DARK_ROWS, BEGINS] = [0.1, 0.8, 0.3]

interface Darkness {
  readonly data: Float32Array
  readonly width: number
}

function darknessOf(picture: Picture, box: Quad): Darkness {
  // Not squeezed, as for the recognizer: here the width of a character is what tells.
  const width = Math.min(MAX_WIDTH, Math.max(HEIGHT, Math.round((widthOf(box) / heightOf(box)) * HEIGHT)))
  const tensor = sampleQuad(picture, box, { width, height: HEIGHT }, width)
  const plane = width * HEIGHT
  const data = new Float32Array(plane)
  for (let i = 0; i < plane; i++) {
    const mean = ((tensor[i] ?? 0) + (tensor[i + plane] ?? 0) + (tensor[i + 2 * plane] ?? 0)) / 3
    data[i] = Math.min(1, Math.max(0, (PAPER - mean) / (PAPER - INK)))
  }
  return { data, width }
}

/** The rows between which the capitals of a line stand. */
function capitalsOf({ data, width }: Darkness, middles: readonly number[]): { top: number; bottom: number } {
  const rows = new Float32Array(HEIGHT)
  for (const middle of middles) {
    const [from, to] = [Math.max(0, Math.round(middle - REACH)), Math.min(width - 1, Math.round(middle + REACH))]
    for (let y = 0; y < HEIGHT; y++) {
      for (let x = from; x <= to; x++) rows[y] = (rows[y] ?? 0) + (data[y * width + x] ?? 0)
    }
  }
  const sorted = rows.slice().sort()
  const [low = 0, high = 0] = [LIGHT_ROWS, DARK_ROWS].map((share) => sorted[Math.floor(HEIGHT * share)])
  const isInk = (row: number): boolean => (rows[row] ?? 0) > low + BEGINS * (high - low)
  let [top, bottom] = [HEIGHT / 2, HEIGHT / 2]
  while (top > 0 && isInk(top - 1)) top -= 1
  while (bottom < HEIGHT - 1 && isInk(bottom + 1)) bottom += 1
  return { top, bottom: bottom + 1 }
}

function patchAt({ data, width }: Darkness, x: number, y: number, px: number): Float32Array {
  const at = (column: number, row: number): number =>
    column < 0 || column >= width || row < 0 || row >= HEIGHT ? 0 : (data[row * width + column] ?? 0)
  return Float32Array.from({ length: WHOLE * PATCH.height }, (_, i) => {
    const left = x + ((i % WHOLE) + 0.5 - WHOLE / 2) * px - 0.5
    const top = y + (Math.floor(i / WHOLE) + 0.5 - PATCH.height / 2) * px - 0.5
    const [column, row] = [Math.floor(left), Math.floor(top)]
    const [right, down] = [left - column, top - row]
    const above = at(column, row) * (1 - right) + at(column + 1, row) * right
    const below = at(column, row + 1) * (1 - right) + at(column + 1, row + 1) * right
    return above * (1 - down) + below * down
  })
}

const candidatesAt = ({ steps }: Line, place: number): readonly Candidate[] =>
  steps.find(({ at }) => at === place)?.candidates ?? []

/** The characters of a line, spaces not counted, all at the same size. `box`: px of the picture. */
export function characterImagesOf(picture: Picture, box: Quad, line: Line): CharacterImage[] {
  const darkness = darknessOf(picture, box)
  const found = greedyDecode(line.steps)
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, at }) => ({ text, candidates: candidatesAt(line, at), middle: at * darkness.width }))
  const capitals = found.filter(({ text }) => CAPITAL.test(text)).map(({ middle }) => middle)
  const { top, bottom } = capitalsOf(darkness, capitals)
  const px = (bottom - top) / (PATCH.height - AROUND)
  return found.map(({ text, candidates, middle }) => ({
    text,
    candidates,
    patch: () => patchAt(darkness, middle, (top + bottom) / 2, px),
  }))
}
