import type { Quad } from '../../../../miniprogram/vehicle-license/recognition'
import type { ValueMap } from '../pixels/darkness'
import { mapQuad } from '../pixels/geometry'
import { type Picture, stretch } from '../pixels/picture'
import type { Model } from './models'
import { cornersOf, smallestRectangle, type Turned } from './rectangle'
import { findRegions } from './regions'

/** px; at 736 small print is lost, 1920 takes twice the memory for one more field in two hundred. */
const MAX_SIDE = 1280
/** What the detector's strides add up to. */
const MULTIPLE = 32
const PIXEL_THRESHOLD = 0.3
const REGION_THRESHOLD = 0.5
const MIN_PIXELS = 12
const MIN_THICKNESS = 3
/** The detector is trained on shrunken lines ("differentiable binarization"): this gives back what was cut off. */
const UNCLIP_RATIO = 1.6

/** Mean and deviation of ImageNet's colors, in the order R, G, B in which PP-OCR applies them to B, G, R. */
const MEAN = [0.485, 0.456, 0.406]
const DEVIATION = [0.229, 0.224, 0.225]

function toTensor(rgb: Uint8Array): Float32Array {
  const plane = rgb.length / 3
  const tensor = new Float32Array(rgb.length)
  for (let c = 0; c < 3; c++) {
    const [mean, deviation] = [MEAN[c] ?? 0, DEVIATION[c] ?? 1]
    for (let i = 0; i < plane; i++) tensor[c * plane + i] = ((rgb[i * 3 + 2 - c] ?? 0) / 255 - mean) / deviation
  }
  return tensor
}

export function unclip(box: Turned): Turned {
  const margin = (box.width * box.height * UNCLIP_RATIO) / (box.width + box.height)
  return { ...box, width: box.width + margin, height: box.height + margin }
}

/** The boxes around lines of text in a detector's map, px of that map. */
export function boxesOf(map: ValueMap): Quad[] {
  return findRegions(map, PIXEL_THRESHOLD)
    .filter(({ pixels, score }) => pixels >= MIN_PIXELS && score >= REGION_THRESHOLD)
    .map(({ outline }) => smallestRectangle(outline))
    .filter(({ width, height }) => Math.min(width, height) >= MIN_THICKNESS)
    .map((box) => cornersOf(unclip(box)))
}

/** Finds lines of text, in any direction; the first corner of a box is not yet where its text begins. */
export async function detectLines(picture: Picture, detector: Model): Promise<Quad[]> {
  const scale = Math.min(1, MAX_SIDE / Math.max(picture.width, picture.height))
  const fit = (side: number): number => Math.max(1, Math.round((side * scale) / MULTIPLE)) * MULTIPLE
  const [width, height] = [fit(picture.width), fit(picture.height)]
  const { data } = await detector(toTensor(await stretch(picture, width, height)), [1, 3, height, width])
  const [across, down] = [picture.width / width, picture.height / height]
  return boxesOf({ data, width, height }).map((box) => mapQuad(box, ({ x, y }) => ({ x: x * across, y: y * down })))
}
