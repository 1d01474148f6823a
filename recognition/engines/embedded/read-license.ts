import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import {
  FIELDS,
  type FieldKey,
  type LicensePage,
  type VehicleLicense,
} from '../../../miniprogram/vehicle-license/fields'
import type { Evidence, Quad, Recognition, RecognitionType } from '../../../miniprogram/vehicle-license/recognition'
import { blankOf } from './license/blanks'
import { confidenceOf } from './license/confidence'
import { findDashes } from './license/dashes'
import { LABEL_HEIGHT, PAGE } from './license/form'
import { boxOf, type Reading } from './license/read-value'
import type { Models } from './ocr/models'
import { apply } from './pixels/affine'
import { darkness } from './pixels/darkness'
import { mapQuad, quadOf } from './pixels/geometry'
import { concat, invert, project } from './pixels/homography'
import { decode, type Picture } from './pixels/picture'
import { type ReadPage, readPages } from './read-pages'

type Row = (typeof FIELDS)[number]

/** px a mm; enough to see a dash. */
const RESOLUTION = 10

export interface ReadOptions {
  readonly type: RecognitionType
  /** Whether nobody waits for the result any more; asked between steps. */
  readonly cancelled?: () => boolean
}

const dashesReading = (darkness: number, box: Quad): Reading => ({
  text: '--',
  decoding: { text: '--', posterior: darkness, fit: darkness, weakest: darkness, repaired: false, valid: undefined },
  lines: [{ box, steps: [] }],
})

/** Looks again where nothing was found: the detector passes over the two short dashes of an empty value. */
function readDashes(picture: Picture, { view, sheet }: ReadPage): Map<Row, Reading> {
  const toView = invert(sheet.toPage)
  const toPicture = concat(view.toPicture, toView)
  const readings = new Map<Row, Reading>()
  for (const label of sheet.labels) {
    if (sheet.readings.has(label.field)) continue
    const { field, place, label: word } = blankOf(label, sheet.labels, sheet.shift)
    const map = darkness(picture, place, word, toPicture, RESOLUTION)
    const found = map && findDashes(map, LABEL_HEIGHT * RESOLUTION)
    const box = mapQuad(quadOf(place), (point) => project(toView, point))
    if (found !== undefined) readings.set(field, dashesReading(found, box))
  }
  return readings
}

const CARD = quadOf({ left: 0, top: 0, right: PAGE.width, bottom: PAGE.height })

/**
 * Reads a license from the bytes of a JPEG, PNG or WebP.
 *
 * @throws RecognitionError `IMAGE_UNREADABLE`, `NOT_A_LICENSE`
 */
export async function readLicense(bytes: Uint8Array, models: Models, options?: ReadOptions): Promise<Recognition> {
  void options
  const { picture, sent } = await decode(bytes)
  const license: VehicleLicense = {}
  const evidence: Partial<Record<FieldKey, Evidence>> = {}
  const cards: Partial<Record<LicensePage, Quad>> = {}
  for (const page of await readPages(picture, models)) {
    const { view, sheet } = page
    const inSent = (quad: Quad): Quad => mapQuad(quad, (point) => apply(picture.toSent, project(view.toPicture, point)))
    const toView = invert(sheet.toPage)
    cards[sheet.page] = inSent(mapQuad(CARD, (point) => project(toView, point)))
    for (const [field, reading] of [...sheet.readings, ...readDashes(picture, page)]) {
      license[field.key] = reading.text
      evidence[field.key] = { confidence: confidenceOf(field, reading), box: inSent(boxOf(reading)) }
    }
  }
  if (Object.keys(license).length === 0) throw new RecognitionError('NOT_A_LICENSE')
  return { license, evidence, cards, imageSize: sent }
}
