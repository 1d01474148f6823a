import type { Quad } from '../../../../miniprogram/image/quad'
import type { ValueMap } from '../pixels/darkness'
import { connectedComponents } from './connected-components'
import type { Model } from './models'
import { cornersOf, minAreaRectangle, type RotatedRectangle } from './rotated-rectangle'
import { cornerOrders } from './skew'

/** px; the sides of the detector's input are multiples of it. */
export const DETECTOR_STRIDE = 32
/** Minimum probability of a text pixel, and minimum mean over a line. */
const PIXEL_THRESHOLD = 0.3
const LINE_THRESHOLD = 0.5
/** px, before unclipping. */
const MIN_AREA = 12
const MIN_THICKNESS = 3
/** Differentiable binarization is trained on shrunken lines; unclipping grows them by area × ratio / perimeter. */
const UNCLIP_RATIO = 1.6

/** ImageNet's mean and standard deviation of R, G, B; PP-OCR applies them in this order to B, G, R. */
const MEAN = [0.485, 0.456, 0.406]
const DEVIATION = [0.229, 0.224, 0.225]

/** Normalized value of each byte, by plane (B, G, R). */
const NORMALIZED = MEAN.map((mean, c) =>
  Float32Array.from({ length: 256 }, (_, byte) => (byte / 255 - mean) / (DEVIATION[c] ?? 1)),
)

function toTensor(rgb: Uint8Array): Float32Array {
  const plane = rgb.length / 3
  const tensor = new Float32Array(rgb.length)
  for (const [c, normalized] of NORMALIZED.entries()) {
    for (let to = c * plane, at = 2 - c; at < rgb.length; to++, at += 3) tensor[to] = normalized[rgb[at] ?? 0] ?? 0
  }
  return tensor
}

function unclip(box: RotatedRectangle): RotatedRectangle {
  const margin = (box.width * box.height * UNCLIP_RATIO) / (box.width + box.height)
  return { ...box, width: box.width + margin, height: box.height + margin }
}

/** Boxes of text lines in a probability map, px of the map. */
export function boxesOf(map: ValueMap): Quad[] {
  return connectedComponents(map, PIXEL_THRESHOLD)
    .filter(({ pixels, score }) => pixels >= MIN_AREA && score >= LINE_THRESHOLD)
    .map(({ outline }) => minAreaRectangle(outline))
    .filter(({ width, height }) => Math.min(width, height) >= MIN_THICKNESS)
    .map((box) => cornersOf(unclip(box)))
}

/** RGB; sides in px, multiples of `DETECTOR_STRIDE`. */
export interface DetectorInput {
  readonly rgb: Uint8Array
  readonly width: number
  readonly height: number
}

/** Detects lines of text in any direction. Boxes in px of the input; their first corner is arbitrary. */
export async function detectLines({ rgb, width, height }: DetectorInput, detector: Model): Promise<Quad[]> {
  const { data } = await detector(toTensor(rgb), [1, 3, height, width])
  return boxesOf({ data, width, height })
}

/** Detects lines in level, upright text. Boxes in px of the input, corners in reading order. */
export async function detectLevelLines(input: DetectorInput, detector: Model): Promise<Quad[]> {
  const found = await detectLines(input, detector)
  return found.map((line) =>
    cornerOrders(line).reduce((best, next) => (next[1].x - next[0].x > best[1].x - best[0].x ? next : best)),
  )
}
