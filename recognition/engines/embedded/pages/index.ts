import { mainLines } from '../view/text-lines'
import { concat, type Homography, project } from '../../../../miniprogram/image/homography'
import { mapQuad, type Quad } from '../../../../miniprogram/image/quad'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { findSigns, joinSigns, MIN_WEIGHT, type SheetReading, weigh } from '../license/extract'
import { isColumn, mayBeList, tellsList } from '../license/list'
import type { Sheet } from '../license/sheets'
import { cancellable, type Models } from '../ocr/models'
import type { Picture } from '../pixels/picture'
import { type View, viewOf } from '../view/view'
import { isOn, needsCloserLook, readCloser } from './closer'
import { readListed } from './listed'
import { neighborOf } from './neighbor'
import { type Pass, PASSES, readPlaced } from './passes'
import { readBoxes, type Row } from './read-boxes'
import { NO_SIGNS, search, type Search } from './search'

/** A page of the license, and the view in which it was read. */
export interface ReadPage {
  readonly view: View
  readonly sheet: SheetReading<Row>
}

/** So many lines are not a license's alone: its own may be small beside the others. */
const MANY_LINES = 50

const UPSIDE_DOWN: Homography = [-1, 0, 0, 0, -1, 0, 0, 0, 1]

/** The same text looked at from the other side. */
function turnOver({ toPicture, lines }: View): View {
  return {
    toPicture: concat(toPicture, UPSIDE_DOWN),
    lines: lines.map(([a, b, c, d]) => mapQuad([c, d, a, b], (point) => project(UPSIDE_DOWN, point))),
  }
}

/** Lines of a view in which a license may be. */
interface Guess {
  readonly view: View
  readonly boxes: readonly Quad[]
}

/** Where else a license may be, if it is not in the large print of a view: in the small, or upside down. */
function elsewhere(seen: View, large: readonly Quad[], legible: boolean): Guess | undefined {
  if (!legible) {
    const turned = turnOver(seen)
    return { view: turned, boxes: mainLines(turned.lines) }
  }
  const small = mainLines(seen.lines.filter((line) => !large.includes(line)))
  return large.length < MANY_LINES ? undefined : { view: seen, boxes: small }
}

/** With fewer fields read from a form it may be none; so many more must then be read from a list. */
const FEW = 7
const MORE = 1

const countReadings = (pages: readonly ReadPage[]): number =>
  pages.reduce((sum, { sheet }) => sum + sheet.readings.size, 0)

/** Reads the pages that were found in a view, those closely that need it. */
async function readFound(
  picture: Picture,
  view: View,
  found: Search,
  models: Models,
  passes: readonly Pass[],
): Promise<ReadPage[]> {
  const { signs, sheets, left } = found
  const pages: ReadPage[] = []
  const asSeen: Sheet<Row>[] = []
  for (const sheet of sheets) {
    const closer = needsCloserLook(sheet) ? await readCloser(picture, view, sheet, models, passes) : []
    if (closer.length > 0) pages.push(...closer)
    else asSeen.push(sheet)
  }
  const neighbor = neighborOf(sheets, view.lines, signs)
  if (neighbor) pages.push(...(await readCloser(picture, view, neighbor, models, passes)))
  const rest = left.filter((box) => asSeen.some((sheet) => isOn(box, sheet) && needsCloserLook(sheet)))
  const others = rest.length > 0 ? findSigns(await readBoxes(picture, view, rest, models), FIELDS) : NO_SIGNS
  const read = await readPlaced(asSeen, { picture, view, signs: joinSigns(signs, others), models }, passes)
  return [...pages, ...read.map((sheet) => ({ view, sheet }))]
}

/**
 * Finds the pages of a license in a picture, and reads each.
 *
 * @param cancelled asked before every inference, which is what takes the time
 * @param passes what is done once the pages are found; all there are, unless given
 * @throws RecognitionError `NOT_A_LICENSE`, `CANCELLED`
 */
export async function readPages(
  picture: Picture,
  given: Models,
  cancelled?: () => boolean,
  passes: readonly Pass[] = PASSES,
): Promise<ReadPage[]> {
  const models = cancelled ? cancellable(given, cancelled) : given
  const seen = await viewOf(picture, models)
  const large = mainLines(seen.lines)
  let guess: Guess | undefined = { view: seen, boxes: large }
  for (let tries = 0; guess && tries < 2; tries++) {
    const { view, boxes }: Guess = guess
    const found = await search(picture, view, boxes, models)
    const isForm = weigh(found.signs) >= MIN_WEIGHT && found.sheets.length > 0 && !isColumn(found.signs)
    if (isForm) {
      const pages = await readFound(picture, view, found, models, passes)
      // Labels above their values, in two columns, may look like a form of which nothing can be read.
      const count = countReadings(pages)
      const tells = tellsList(found.signs)
      const isDoubtful = tells || (count < FEW && mayBeList(found.signs))
      const list = isDoubtful ? await readListed(picture, view, found, models) : undefined
      if (list && list.sheet.readings.size > count + (tells ? -1 : MORE)) return [list]
      return pages
    }
    const list = mayBeList(found.signs) ? await readListed(picture, view, found, models) : undefined
    if (list) return [list]
    guess = elsewhere(seen, large, found.legible)
  }
  throw new RecognitionError('NOT_A_LICENSE')
}
