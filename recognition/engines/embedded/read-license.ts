import { resolveConfusables } from './templates/resolve-confusables'
import { PAGE_MM } from '../../../miniprogram/vehicle-license/page-size'
import { concat, type Homography, invert, project } from '../../../miniprogram/image/homography'
import { median } from '../../../miniprogram/image/statistics'
import { heightOf, mapQuad, type Quad, quadOf } from '../../../miniprogram/image/quad'
import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { Field, FieldKey, LicensePage, VehicleLicense } from '../../../miniprogram/vehicle-license/fields'
import type { Evidence, Recognition } from '../../../miniprogram/vehicle-license/recognition'
import { confidenceOf } from './license/confidence'
import { boxOf, type Reading } from './license/read-value'
import { reconcilePlates } from './license/reconcile-plates'
import type { Models } from './ocr/models'
import { apply } from './pixels/affine'
import { decode, type Picture } from './pixels/picture'
import { warningsOf } from './quality/warnings'
import { readPages } from './pages'
import type { ReadPage } from './pages/state'
import type { Pass } from './pages/passes'

export interface ReadOptions {
  /** Checked before every inference. */
  readonly cancelled?: () => boolean
  /** Default: all of `PASSES`. */
  readonly passes?: readonly Pass[]
}

const CARD = quadOf({ left: 0, top: 0, right: PAGE_MM.width, bottom: PAGE_MM.height })

/** A reading and the page it is from. */
interface Found {
  readonly reading: Reading
  readonly page: ReadPage
}

function readingsOf(picture: Picture, pages: readonly ReadPage[]): Map<Field, Found> {
  const found = new Map<Field, Found>()
  for (const page of pages) {
    for (const [field, reading] of page.sheet.readings) {
      found.set(field, { reading, page })
    }
  }
  const agreed = reconcilePlates(new Map(Array.from(found, ([field, { reading }]) => [field, reading])))
  const placed = Array.from(found, ([field, { reading, page }]) => {
    const inPicture = (quad: Quad): Quad => mapQuad(quad, (point) => project(page.view.toPicture, point))
    return { field, page, reading: agreed.get(field) ?? reading, inPicture }
  })
  const told = resolveConfusables(picture, new Map(placed.map((one) => [one.field, one])))
  return new Map(placed.map(({ field, page, reading }) => [field, { page, reading: told.get(field) ?? reading }]))
}

/** Share of the height of a text box that its characters fill. */
const CHARACTER_SHARE = 0.62

/**
 * Reads a license from the bytes of a JPEG, PNG or WebP.
 *
 * @throws RecognitionError `IMAGE_UNREADABLE`, `NOT_A_LICENSE`; `CANCELLED`
 */
export async function readLicense(bytes: Uint8Array, models: Models, options: ReadOptions = {}): Promise<Recognition> {
  const { picture, sent } = await decode(bytes)
  const pages = await readPages(picture, models, options.cancelled, options.passes)
  const found = readingsOf(picture, pages)
  if (found.size === 0) throw new RecognitionError('NOT_A_LICENSE')

  const toSent = (quad: Quad): Quad => mapQuad(quad, (point) => apply(picture.toSent, point))
  const inPicture = (quad: Quad, map: Homography): Quad => mapQuad(quad, (point) => project(map, point))
  const license: VehicleLicense = {}
  const evidence: Partial<Record<FieldKey, Evidence>> = {}
  const boxes: Quad[] = []
  for (const [field, { reading, page }] of found) {
    const box = toSent(inPicture(boxOf(reading), page.view.toPicture))
    license[field.key] = reading.text
    evidence[field.key] = { confidence: confidenceOf(reading), box }
    if (reading.text !== '--') boxes.push(box)
  }
  const cards: Partial<Record<LicensePage, Quad>> = {}
  for (const { view, sheet } of pages) {
    cards[sheet.page] = toSent(inPicture(CARD, concat(view.toPicture, invert(sheet.toPage))))
  }
  const warnings = warningsOf({
    picture,
    lines: pages.flatMap(({ view }) => view.lines.map((line) => inPicture(line, view.toPicture))),
    cards: pages.map(({ view, sheet }) => inPicture(CARD, concat(view.toPicture, invert(sheet.toPage)))),
    textHeight: CHARACTER_SHARE * (median(boxes.map(heightOf)) ?? 0),
  })
  return { license, evidence, cards, imageSize: sent, ...(warnings.length > 0 && { warnings }) }
}
