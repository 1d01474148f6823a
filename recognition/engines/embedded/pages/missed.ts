import { mainLines } from '../view/text-lines'
import { project } from '../../../../miniprogram/image/homography'
import { boundsOf, middleOf, type Rect } from '../../../../miniprogram/image/rect'
import { mapQuad, type Quad } from '../../../../miniprogram/image/quad'
import { type FieldKey, FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { findSigns, joinSigns, readSheets, type SheetReading } from '../license/extract'
import type { Sight } from './sight'
import { readBoxes, type Row } from './read-boxes'

/** mm: where a value begins beside its label, and how much higher or lower than its row it may stand. */
const BEGINS = { least: -1, most: 14 }
const SAME_ROW = 2.2

/** Whether a line stands where the value of a label must be that has none yet. */
function isMissed(line: Quad, { labels, readings, shift, toPage }: SheetReading<Row>): boolean {
  const place = boundsOf(mapQuad(line, (point) => project(toPage, point)))
  return labels.some(({ field, rect }) => {
    const begins = place.left - rect.right
    const off = middleOf(place).y - middleOf(rect).y - shift
    return !readings.has(field) && begins > BEGINS.least && begins < BEGINS.most && Math.abs(off) < SAME_ROW
  })
}

/** Values that may run over more lines than one. */
const LONG: ReadonlySet<string> = new Set(['owner', 'addr', 'remark'] satisfies FieldKey[])
/** mm: how far from the left edge of a value another line of it begins, and how far above or below it stands. */
const ASIDE = 2.5
const NEXT_LINE = { least: 1.8, most: 5 }

/** Whether a line stands above or below a value that may go on there. */
function goesOn(line: Quad, { readings, toPage }: SheetReading<Row>): boolean {
  const onPage = (quad: Quad): Rect => boundsOf(mapQuad(quad, (point) => project(toPage, point)))
  const place = onPage(line)
  return [...readings].some(([{ key }, { lines }]) => {
    if (!LONG.has(key)) return false
    return lines.some(({ box }) => {
      const own = onPage(box)
      const off = Math.abs(middleOf(place).y - middleOf(own).y)
      return Math.abs(place.left - own.left) < ASIDE && off > NEXT_LINE.least && off < NEXT_LINE.most
    })
  })
}

/** The lines that were passed over as small print, or as too long, and stand where values were not found or go on. */
export function missedAmong(lines: readonly Quad[], sheets: readonly SheetReading<Row>[]): Quad[] {
  const print = new Set(mainLines(lines))
  return lines.filter(
    (line) => !print.has(line) && sheets.some((sheet) => isMissed(line, sheet) || goesOn(line, sheet)),
  )
}

/**
 * Where a value was not found, or may go on, looks among the small print too, which is the English under the labels
 * mostly and seldom worth its time.
 */
export async function readMissed({
  picture,
  view,
  signs,
  sheets,
  models,
}: Sight): Promise<readonly SheetReading<Row>[]> {
  const missed = missedAmong(view.lines, sheets)
  if (missed.length === 0) return sheets
  const more = findSigns(await readBoxes(picture, view, missed, models), FIELDS)
  return readSheets(sheets, joinSigns(signs, more), FIELDS)
}
