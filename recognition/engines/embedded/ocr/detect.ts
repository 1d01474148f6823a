import { connectedComponents } from './connected-components'
import type { Quad } from '../../../../miniprogram/image/quad'
import type { ValueMap } from '../pixels/darkness'
import type { Model } from './models'
import { cornersOf, type RotatedRectangle, smallestRectangle } from './rotated-rectangle'

/** px; the sides of what the detector is given are multiples of it: what its strides add up to. */
export const DETECTOR_STRIDE = 32
const PIXEL_THRESHOLD = 0.3
const REGION_THRESHOLD = 0.5
const MIN_PIXELS = 12
const MIN_THICKNESS = 3
/** The detector is trained on shrunken lines ("differentiable binarization"): this gives back what was cut off. */
const UNCLIP_RATIO = 1.6

/** Mean and deviation of ImageNet's colors, in the order R, G, B in which PP-OCR applies them to B, G, R. */
const MEAN = [0.485, 0.456, 0.406]
const DEVIATION = [0.229, 0.224, 0.225]

/** What each byte of a color becomes, planes in the order B, G, R. */
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

export function unclip(box: RotatedRectangle): RotatedRectangle {
  const margin = (box.width * box.height * UNCLIP_RATIO) / (box.width + box.height)
  return { ...box, width: box.width + margin, height: box.height + margin }
}

/** The boxes around lines of text in a detector's map, px of that map. */
export function boxesOf(map: ValueMap): Quad[] {
  return connectedComponents(map, PIXEL_THRESHOLD)
    .filter(({ pixels, score }) => pixels >= MIN_PIXELS && score >= REGION_THRESHOLD)
    .map(({ outline }) => smallestRectangle(outline))
    .filter(({ width, height }) => Math.min(width, height) >= MIN_THICKNESS)
    .map((box) => cornersOf(unclip(box)))
}

/** Three bytes a pixel (R, G, B); sides in px, multiples of `DETECTOR_STRIDE`. */
export interface DetectorInput {
  readonly rgb: Uint8Array
  readonly width: number
  readonly height: number
}

/** Finds lines of text, in any direction; the first corner of a box is not yet where its text begins. px of the input. */
export async function detectLines({ rgb, width, height }: DetectorInput, detector: Model): Promise<Quad[]> {
  const { data } = await detector(toTensor(rgb), [1, 3, height, width])
  return boxesOf({ data, width, height })
}

/** Finds lines of text in what is level: their first corner is where their text begins. px of the input. */
export async function detectLevelLines(input: DetectorInput, detector: Model): Promise<Quad[]> {
  const found = await detectLines(input, detector)
  return found.map((line) => {
    const [a, b, c, d] = line
    const turns: Quad[] = [line, [b, c, d, a], [c, d, a, b], [d, a, b, c]]
    return turns.reduce((best, next) => (next[1].x - next[0].x > best[1].x - best[0].x ? next : best))
  })
}
