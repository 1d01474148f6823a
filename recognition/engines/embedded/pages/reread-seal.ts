import { resample } from '../pixels/resample'
import { redInkOf } from '../pixels/red-ink'
import { PAGE_MM } from '../../../../miniprogram/vehicle-license/page-size'
import { concat, invert, project, scale, shift } from '../../../../miniprogram/image/homography'
import { distance } from '../../../../miniprogram/image/point'
import { mapQuad, type Quad } from '../../../../miniprogram/image/quad'
import { fieldOf } from '../../../../miniprogram/vehicle-license/fields'
import { confidenceOf } from '../license/confidence'
import type { SheetReading } from '../license/extract'
import { pieceOf } from '../license/split-line'
import { inReadingOrder, type Reading } from '../license/read-value'
import { readAuthority, SEAL_KEY } from '../license/seal'
import { detectLevelLines, DETECTOR_STRIDE } from '../ocr/detect'
import type { Models } from '../ocr/models'
import { recognizeLines } from '../ocr/recognize'
import type { Picture } from '../pixels/picture'
import type { View } from '../view/view'
import type { Frame } from './state'

/** Below this confidence the seal is read again. */
const MIN_CONFIDENCE = 0.9
/** px per mm; makes the 3 mm characters 24 px high. */
const RESOLUTION = 8
/** px; the lower left of the page, where the seal is stamped, with some tolerance. */
const SIZE = { width: 14 * DETECTOR_STRIDE, height: 11 * DETECTOR_STRIDE }
/** mm; accuracy of the page placement. */
const MARGIN = 1
const [LEFT, TOP] = [-MARGIN, PAGE_MM.height + MARGIN - SIZE.height / RESOLUTION]

const HAN = /\p{Script=Han}/u
const SEAL = fieldOf(SEAL_KEY)

/** Reads the seal by its color, without the print under it. Boxes in px of the view. */
async function readSeals(picture: Picture, view: View, sheet: SheetReading, models: Models): Promise<Reading[]> {
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

/** The text with the highest total confidence; incomplete readings count only if no reading is complete. */
function elect(readings: readonly Reading[]): Reading | undefined {
  const whole = readings.filter(({ decoding }) => decoding.valid)
  const candidates = whole.length > 0 ? whole : [...readings]
  const votesFor = ({ text }: Reading): number =>
    candidates.reduce((sum, one) => sum + (one.text === text ? confidenceOf(one) : 0), 0)
  return candidates.sort((a, b) => votesFor(b) - votesFor(a) || confidenceOf(b) - confidenceOf(a))[0]
}

/** Reads the seal again if its confidence is low or it was not read. */
export async function rereadSeal({ picture, view, models }: Frame, sheet: SheetReading): Promise<SheetReading> {
  if (SEAL.page !== sheet.page) return sheet
  const first = sheet.readings.get(SEAL)
  if (first && confidenceOf(first) >= MIN_CONFIDENCE) return sheet
  const elected = elect([...(first ? [first] : []), ...(await readSeals(picture, view, sheet, models))])
  return elected ? { ...sheet, readings: new Map([...sheet.readings, [SEAL, elected]]) } : sheet
}
