import { mainLines } from '../view/text-lines'
import { project } from '../../../../miniprogram/image/homography'
import { boundsOf, middleOf, type Rect } from '../../../../miniprogram/image/rect'
import { mapQuad, type Quad } from '../../../../miniprogram/image/quad'
import { type FieldKey, FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { findSigns, joinSigns, readSheets, type SheetReading } from '../license/extract'
import type { ViewState } from './state'
import { readBoxes } from './read-boxes'

/** mm from the right edge of a label to the start of its value. */
const START = { min: -1, max: 14 }
/** mm off its row that a value may stand. */
const SAME_ROW = 2.2

/** Whether a line stands beside a label without a value. */
function fillsBlank(line: Quad, { labels, readings, shift, toPage }: SheetReading): boolean {
  const place = boundsOf(mapQuad(line, (point) => project(toPage, point)))
  return labels.some(({ field, rect }) => {
    const begins = place.left - rect.right
    const off = middleOf(place).y - middleOf(rect).y - shift
    return !readings.has(field) && begins > START.min && begins < START.max && Math.abs(off) < SAME_ROW
  })
}

/** Fields whose values may wrap. */
const WRAPPING: ReadonlySet<FieldKey> = new Set(['owner', 'addr', 'remark'])
/** mm between the left edges of two lines of a value. */
const INDENT = 2.5
/** mm between the middles of two lines of a value. */
const NEXT_LINE = { min: 1.8, max: 5 }

/** Whether a line may be another line of a value that wraps. */
function continuesValue(line: Quad, { readings, toPage }: SheetReading): boolean {
  const onPage = (quad: Quad): Rect => boundsOf(mapQuad(quad, (point) => project(toPage, point)))
  const place = onPage(line)
  return [...readings].some(([{ key }, { lines }]) => {
    if (!WRAPPING.has(key)) return false
    return lines.some(({ box }) => {
      const own = onPage(box)
      const off = Math.abs(middleOf(place).y - middleOf(own).y)
      return Math.abs(place.left - own.left) < INDENT && off > NEXT_LINE.min && off < NEXT_LINE.max
    })
  })
}

/** Lines skipped as small print, or as too long, where a value is missing or may continue. */
export function missedLines(lines: readonly Quad[], sheets: readonly SheetReading[]): Quad[] {
  const print = new Set(mainLines(lines))
  return lines.filter(
    (line) => !print.has(line) && sheets.some((sheet) => fillsBlank(line, sheet) || continuesValue(line, sheet)),
  )
}

/** Reads small print where a value is missing or may continue. The rest is mostly the English under the labels. */
export async function readSmallPrint({
  picture,
  view,
  signs,
  sheets,
  models,
}: ViewState): Promise<readonly SheetReading[]> {
  const missed = missedLines(view.lines, sheets)
  if (missed.length === 0) return sheets
  const more = findSigns(await readBoxes(picture, view, missed, models), FIELDS)
  return readSheets(sheets, joinSigns(signs, more), FIELDS)
}
