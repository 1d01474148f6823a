import { heightOf, type Quad, quadOf, slice, widthOf } from '../../../../miniprogram/image/quad'
import type { Pixels } from '../pixels/picture'
import { sampleQuad } from '../pixels/sample-quad'
import { candidatesOf } from './ctc'
import { inkOf, sumOf } from './ink'
import { type Ink, type Line, LINE_HEIGHT, type Step } from './line'
import type { Models } from './models'

/** px of the input per step of the output */
const STRIDE = 8
const MIN_WIDTH = 48
/** Longer than any line of a license; bounds memory. */
export const MAX_LINE_WIDTH = 1600
/** px; lines are padded to a multiple, so that similar widths share a batch. */
const WIDTH_STEP = 16
/** px: total width of a batch. */
const BATCH_WIDTH = 960

const NOWHERE = quadOf({ left: 0, right: 0, top: 0, bottom: 0 })

interface BatchItem {
  readonly index: number
  readonly width: number
  readonly padded: number
}

/** Horizontal scale: the recognizer was trained on lines squeezed into 320 px; this is as accurate as 1 and faster. */
const SQUEEZE = 0.85
/** Horizontal scale that separates dense characters better. */
export const WIDE = 1.15
/** Horizontal scale that gives condensed print the usual pitch. */
export const WIDEST = 1.7

/** px; width of a line at the recognizer's height. */
export const lineWidth = (box: Quad, squeeze = SQUEEZE): number =>
  Math.min(MAX_LINE_WIDTH, Math.max(16, Math.round((widthOf(box) / heightOf(box)) * LINE_HEIGHT * squeeze)))

/** Input of the recognizer for one line. */
interface Sample {
  readonly tensor: Float32Array
  /** By column of px. */
  readonly ink: readonly Ink[]
  /** Share of the line by which it starts left of its box. */
  readonly before: number
}

function stepsOf(data: Float32Array, { before, ink }: Sample, characters: readonly string[]): Step[] {
  const width = ink.length
  const classes = characters.length + 1
  const steps: Step[] = []
  for (let i = 0; (i + 1) * classes <= data.length && i * STRIDE < width + STRIDE; i++) {
    const candidates = candidatesOf(data.subarray(i * classes, (i + 1) * classes), characters)
    const at = (((i + 0.5) * STRIDE) / width) * (1 + before) - before
    const own = sumOf(ink.slice(i * STRIDE, (i + 1) * STRIDE))
    steps.push({ at: Math.min(0.9999, Math.max(0, at)), candidates, ink: own })
  }
  return steps
}

/** Groups lines of similar width. */
function batchesOf(boxes: readonly Quad[], squeeze: number): BatchItem[][] {
  const sorted = boxes
    .map((box, index): BatchItem => {
      const width = lineWidth(box, squeeze)
      return { index, width, padded: Math.max(MIN_WIDTH, Math.ceil(width / WIDTH_STEP) * WIDTH_STEP) }
    })
    .sort((a, b) => a.padded - b.padded)
  const batches: BatchItem[][] = []
  for (const line of sorted) {
    const batch = batches.at(-1)
    const first = batch?.[0]
    const fits = batch && first && line.padded <= first.padded * 1.12 && (batch.length + 1) * line.padded <= BATCH_WIDTH
    if (fits) batch.push(line)
    else batches.push([line])
  }
  return batches
}

/** A line is cut if its first column has ink in at least `min` of these rows. */
const CUT_ROWS = { from: 6, to: 42, min: 4 }
/** Line heights by which a cut line is extended to the left. */
const BEFORE = 0.3

function isCut(tensor: Float32Array, padded: number): boolean {
  const plane = padded * LINE_HEIGHT
  let dark = 0
  for (let at = CUT_ROWS.from * padded; at < CUT_ROWS.to * padded; at += padded) {
    if ((tensor[at] ?? 0) + (tensor[at + plane] ?? 0) + (tensor[at + 2 * plane] ?? 0) < 0) dark += 1
  }
  return dark >= CUT_ROWS.min
}

/** Samples a line, extended if the detector's box starts within its first character. */
function sampleLine(picture: Pixels, box: Quad, width: number, padded: number): Sample {
  const size = { width, height: LINE_HEIGHT }
  const sample = (box: Quad): Float32Array => sampleQuad(picture, box, size, padded)
  const asFound = sample(box)
  const before = isCut(asFound, padded) ? (BEFORE * heightOf(box)) / widthOf(box) : 0
  const tensor = before > 0 ? sample(slice(box, -before, 1)) : asFound
  return { tensor, ink: inkOf(tensor, size, padded), before }
}

/**
 * Recognizes lines of text, in the order of the boxes.
 *
 * @param boxes px of the picture, corners in reading order
 * @param squeeze horizontal scale of the recognizer's input
 */
export async function recognizeLines(
  picture: Pixels,
  boxes: readonly Quad[],
  models: Models,
  squeeze = SQUEEZE,
): Promise<Line[]> {
  const results = new Array<Line>(boxes.length)
  const boxAt = (index: number): Quad => boxes[index] ?? NOWHERE
  for (const batch of batchesOf(boxes, squeeze)) {
    const padded = Math.max(...batch.map((line) => line.padded))
    const size = 3 * LINE_HEIGHT * padded
    const input = new Float32Array(batch.length * size)
    const samples = batch.map(({ index, width }, i) => {
      const sample = sampleLine(picture, boxAt(index), width, padded)
      input.set(sample.tensor, i * size)
      return sample
    })
    const { data } = await models.recognizer(input, [batch.length, 3, LINE_HEIGHT, padded])
    const length = data.length / batch.length
    samples.forEach((sample, i) => {
      const steps = stepsOf(data.subarray(i * length, (i + 1) * length), sample, models.characters)
      const index = batch[i]?.index ?? 0
      results[index] = { box: boxAt(index), steps }
    })
  }
  return results
}
