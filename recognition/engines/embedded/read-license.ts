import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import {
  FIELDS,
  type FieldKey,
  type LicensePage,
  type VehicleLicense,
} from '../../../miniprogram/vehicle-license/fields'
import type { Evidence, Quad, Recognition } from '../../../miniprogram/vehicle-license/recognition'
import { type Extraction, extract } from './license/extract'
import { findDashes } from './license/dashes'
import type { Reading } from './license/read-value'
import type { Line } from './ocr/line'
import type { Models } from './ocr/models'
import { recognizeLine } from './ocr/recognize'
import { apply } from './pixels/affine'
import { darkness } from './pixels/darkness'
import { grow, mapQuad, quadOf } from './pixels/geometry'
import { decode, type Picture } from './pixels/picture'
import { standUpright } from './upright'

type Row = (typeof FIELDS)[number]

async function recognizeLines(picture: Picture, boxes: readonly Quad[], models: Models): Promise<Line[]> {
  const lines: Line[] = []
  for (const box of boxes) lines.push(await recognizeLine(picture, box, models))
  return lines
}

/** Looks again where nothing was found: the detector passes over the two short dashes of an empty value. */
function readDashes(picture: Picture, { blanks }: Extraction<Row>): Map<Row, Reading> {
  const readings = new Map<Row, Reading>()
  for (const { field, label, place } of blanks) {
    const map = darkness(picture, place, label)
    const confidence = map && findDashes(map, label.bottom - label.top)
    if (confidence !== undefined) readings.set(field, { text: '--', confidence, box: quadOf(place) })
  }
  return readings
}

/** Share of its longer side by which a page is larger than what is printed on it. */
const PAGE_MARGIN = 0.03

/**
 * Reads a license from the bytes of a JPEG, PNG or WebP.
 *
 * @throws RecognitionError `IMAGE_UNREADABLE`, `NOT_A_LICENSE`
 */
export async function readLicense(bytes: Uint8Array, models: Models): Promise<Recognition> {
  const { picture: shown, sent } = await decode(bytes)
  const { picture, lines } = await standUpright(shown, models)
  const extraction = extract(await recognizeLines(picture, lines, models), FIELDS)
  const readings = new Map([...extraction.readings, ...readDashes(picture, extraction)])
  if (readings.size === 0) throw new RecognitionError('NOT_A_LICENSE')

  const inSent = (quad: Quad): Quad => mapQuad(quad, (point) => apply(picture.toSent, point))
  const license: VehicleLicense = {}
  const evidence: Partial<Record<FieldKey, Evidence>> = {}
  for (const field of FIELDS) {
    const reading = readings.get(field)
    if (!reading) continue
    license[field.key] = reading.text
    evidence[field.key] = { confidence: reading.confidence, box: inSent(reading.box) }
  }
  const cards: Partial<Record<LicensePage, Quad>> = {}
  for (const [page, rect] of extraction.pages) cards[page] = inSent(quadOf(grow(rect, PAGE_MARGIN)))
  return { license, evidence, cards, imageSize: sent }
}
