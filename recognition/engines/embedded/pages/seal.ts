import { resample } from '../pixels/resample'
import { redInkOf } from '../pixels/red-ink'
import { PAGE_MM } from '../../../../miniprogram/vehicle-license/page-size'
import { concat, invert, project, scale, shift } from '../../../../miniprogram/image/homography'
import { distance } from '../../../../miniprogram/image/point'
import { mapQuad, type Quad } from '../../../../miniprogram/image/quad'
import { FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { confidenceOf } from '../license/confidence'
import type { SheetReading } from '../license/extract'
import { pieceOf } from '../license/parts'
import { inReadingOrder, type Reading } from '../license/read-value'
import { readAuthority, SEAL_KEY } from '../license/seal'
import { detectLevelLines, DETECTOR_STRIDE } from '../ocr/detect'
import type { Models } from '../ocr/models'
import { recognizeLines } from '../ocr/recognize'
import type { Picture } from '../pixels/picture'
import type { View } from '../view/view'
import type { Row } from './read-boxes'

/** A reading of the seal that is less sure is looked at by itself. */
const SURE = 0.9
/** px a mm: its characters, about 3 mm high, are read well. */
const RESOLUTION = 8
/** px; the lower left of the page, where the seal stands, and as far over the values as it may slip. */
const SIZE = { width: 14 * DETECTOR_STRIDE, height: 11 * DETECTOR_STRIDE }
/** mm around the page: it is placed to about so much. */
const MARGIN = 1
const [LEFT, TOP] = [-MARGIN, PAGE_MM.height + MARGIN - SIZE.height / RESOLUTION]

const HAN = /\p{Script=Han}/u
const SEAL = FIELDS.find(({ key }) => key === SEAL_KEY)

/** Reads the seal by its color, without the labels and values that it stands over. Boxes in px of the page's view. */
async function readSeals(picture: Picture, view: View, sheet: SheetReading<Row>, models: Models): Promise<Reading[]> {
  const toPage = concat(shift(LEFT, TOP), scale(1 / RESOLUTION))
  const toView = concat(invert(sheet.toPage), toPage)
  const toPicture = concat(view.toPicture, toView)
  const [from, to] = [0, SIZE.width].map((x) => project(toPicture, { x, y: SIZE.height / 2 }))
  const zoom = from && to ? SIZE.width / distance(from, to) : 1
  const print = await redInkOf(await resample(picture, toPicture, SIZE, zoom), SIZE)
  if (!print) return []
  const boxes = await detectLevelLines({ rgb: print.byColor, ...SIZE }, models.detector)
  const inView = (box: Quad): Quad => mapQuad(box, (point) => project(toView, point))
  const readings: Reading[] = []
  for (const data of [print.byColor, print.asPrinted]) {
    const rows = await recognizeLines({ data, ...SIZE }, boxes, models)
    const pieces = rows.map(pieceOf).filter(({ text }) => HAN.test(text))
    const reading = readAuthority(inReadingOrder(pieces).map(({ line }) => ({ ...line, box: inView(line.box) })))
    if (reading) readings.push(reading)
  }
  return readings
}

/** The reading that most speaks for: several that agree, or one that is sure. Part of a seal, only for want of a whole. */
function elect(readings: readonly Reading[]): Reading | undefined {
  const whole = readings.filter(({ decoding }) => decoding.valid)
  const candidates = whole.length > 0 ? whole : [...readings]
  const votesFor = ({ text }: Reading): number =>
    candidates.reduce((sum, one) => sum + (one.text === text ? confidenceOf(one) : 0), 0)
  return candidates.sort((a, b) => votesFor(b) - votesFor(a) || confidenceOf(b) - confidenceOf(a))[0]
}

/** Looks once more at a seal that was not read, or not surely. */
export async function lookAtSeal(
  picture: Picture,
  view: View,
  sheet: SheetReading<Row>,
  models: Models,
): Promise<SheetReading<Row>> {
  if (SEAL?.page !== sheet.page) return sheet
  const first = sheet.readings.get(SEAL)
  if (first && confidenceOf(first) >= SURE) return sheet
  const elected = elect([...(first ? [first] : []), ...(await readSeals(picture, view, sheet, models))])
  return elected ? { ...sheet, readings: new Map([...sheet.readings, [SEAL, elected]]) } : sheet
}
