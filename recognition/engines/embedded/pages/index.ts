/** Locates the pages in a picture and reads them, pass by pass; `license/` has what needs no pixels. */
import { mainLines } from '../view/text-lines'
import { concat, type Homography, project } from '../../../../miniprogram/image/homography'
import { mapQuad, type Quad } from '../../../../miniprogram/image/quad'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { findSigns, joinSigns, MIN_WEIGHT, weigh } from '../license/extract'
import { isColumn, mayBeList, hasListOnlyLabel } from '../license/list'
import type { Sheet } from '../license/sheets'
import { cancellable, type Models } from '../ocr/models'
import type { Picture } from '../pixels/picture'
import { type View, viewOf } from '../view/view'
import { isOn, needsCloseUp, readCloseUp } from './close-up'
import { readListView } from './read-list-view'
import { guessOtherPage } from './guess-other-page'
import { type Pass, PASSES, readPlaced } from './passes'
import { readBoxes } from './read-boxes'
import type { ReadPage } from './state'
import { NO_SIGNS, locatePages, type Located } from './locate-pages'

/** With this many lines the picture holds other text, beside which a license may be small print. */
const MANY_LINES = 50

const UPSIDE_DOWN: Homography = [-1, 0, 0, 0, -1, 0, 0, 0, 1]

/** The view rotated by 180 degrees. */
function turnOver({ toPicture, lines }: View): View {
  return {
    toPicture: concat(toPicture, UPSIDE_DOWN),
    lines: lines.map(([a, b, c, d]) => mapQuad([c, d, a, b], (point) => project(UPSIDE_DOWN, point))),
  }
}

/** Lines of a view that may be a license's. */
interface Candidate {
  readonly view: View
  readonly boxes: readonly Quad[]
}

/** Second candidate when the large print is no license: the view upside down, or its small print. */
function secondCandidate(whole: View, large: readonly Quad[], legible: boolean): Candidate | undefined {
  if (!legible) {
    const turned = turnOver(whole)
    return { view: turned, boxes: mainLines(turned.lines) }
  }
  const small = mainLines(whole.lines.filter((line) => !large.includes(line)))
  return large.length < MANY_LINES ? undefined : { view: whole, boxes: small }
}

/** A form with fewer fields read may really be a list. */
const MIN_FIELDS = 7
/** A list must then have more than this many fields beyond the form's. */
const LIST_MARGIN = 1

const countReadings = (pages: readonly ReadPage[]): number =>
  pages.reduce((sum, { sheet }) => sum + sheet.readings.size, 0)

/** Reads the pages located in a view, with a close-up where one is needed. */
async function readFound(
  picture: Picture,
  view: View,
  found: Located,
  models: Models,
  passes: readonly Pass[],
): Promise<ReadPage[]> {
  const { signs, sheets, left } = found
  const pages: ReadPage[] = []
  const inView: Sheet[] = []
  for (const sheet of sheets) {
    const closer = needsCloseUp(sheet) ? await readCloseUp(picture, view, sheet, models, passes) : []
    if (closer.length > 0) pages.push(...closer)
    else inView.push(sheet)
  }
  const neighbor = guessOtherPage(sheets, view.lines, signs)
  if (neighbor) pages.push(...(await readCloseUp(picture, view, neighbor, models, passes)))
  const rest = left.filter((box) => inView.some((sheet) => isOn(box, sheet) && needsCloseUp(sheet)))
  const others = rest.length > 0 ? findSigns(await readBoxes(picture, view, rest, models), FIELDS) : NO_SIGNS
  const read = await readPlaced(inView, { picture, view, signs: joinSigns(signs, others), models }, passes)
  return [...pages, ...read.map((sheet) => ({ view, sheet }))]
}

/**
 * Locates the pages of a license in a picture and reads each.
 *
 * @param cancelled checked before every inference
 * @throws RecognitionError `NOT_A_LICENSE`, `CANCELLED`
 */
export async function readPages(
  picture: Picture,
  given: Models,
  cancelled?: () => boolean,
  passes: readonly Pass[] = PASSES,
): Promise<ReadPage[]> {
  const models = cancelled ? cancellable(given, cancelled) : given
  const whole = await viewOf(picture, models)
  const large = mainLines(whole.lines)
  let candidate: Candidate | undefined = { view: whole, boxes: large }
  for (let tries = 0; candidate && tries < 2; tries++) {
    const { view, boxes }: Candidate = candidate
    const found = await locatePages(picture, view, boxes, models)
    const isForm = weigh(found.signs) >= MIN_WEIGHT && found.sheets.length > 0 && !isColumn(found.signs)
    if (isForm) {
      const pages = await readFound(picture, view, found, models, passes)
      // A list with labels above their values, in two columns, can match a form without any readable value.
      const count = countReadings(pages)
      const isList = hasListOnlyLabel(found.signs)
      const isDoubtful = isList || (count < MIN_FIELDS && mayBeList(found.signs))
      const list = isDoubtful ? await readListView(picture, view, found, models) : undefined
      if (list && list.sheet.readings.size > count + (isList ? -1 : LIST_MARGIN)) return [list]
      return pages
    }
    const list = mayBeList(found.signs) ? await readListView(picture, view, found, models) : undefined
    if (list) return [list]
    candidate = secondCandidate(whole, large, found.legible)
  }
  throw new RecognitionError('NOT_A_LICENSE')
}
