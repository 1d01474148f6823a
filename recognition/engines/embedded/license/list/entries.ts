import { middleOf, type Rect } from '../../../../../miniprogram/image/rect'
import type { Field } from '../../../../../miniprogram/vehicle-license/fields'
import type { Piece } from '../split-line'
import { sameRow } from '../read-value'
import { COLUMN, startsWith, LIST_ONLY } from './labels'

const REMARK = 'remark'
/** Labels of things that are no field. */
const OTHERS = [...LIST_ONLY, '强制报废期止', '燃料种类', '有效期']
/** An unknown label: as short as the others, and in their column. */
const SHORT = /^\p{Script=Han}{2,8}[:：]?$/u
const IN_COLUMN = 4

/** In label heights: vertical gap between a label and the value below it. */
const BELOW = 3
/** In label heights: vertical gap between two lines of a value. */
export const NEXT_LINE = 0.45
/** In label heights: overlap of a value with the label beside it. */
export const OVERLAP = 0.5
/** In label heights: horizontal gap between a label and a value below it. */
const BEHIND = 3

/** A label of the list, of a field or of something else. */
export interface Entry {
  readonly field: Field | undefined
  readonly rect: Rect
}

const overlaps = (a: Rect, b: Rect, slack = 0): boolean => a.left < b.right + slack && b.left < a.right + slack

/** Whether most labels have something beside them. */
export function isBeside(labels: readonly Rect[], pieces: readonly Piece[], unit: number): boolean {
  const beside = labels.filter((label) =>
    pieces.some(({ rect }) => sameRow(label, rect) && rect.left > label.right - OVERLAP * unit),
  )
  return beside.length > labels.length / 2
}

/** In label heights: largest distance from the remark label to the top of its value below. */
const UNDER = 1.2

/** Labels of no field, except such words in a remark. */
export function othersOf(own: readonly Entry[], pieces: readonly Piece[], unit: number): Piece[] {
  const labels = own.map(({ rect }) => rect)
  const beside = isBeside(labels, pieces, unit)
  const remark = own.find(({ field }) => field?.key === REMARK)?.rect
  const isRemark = (rect: Rect): boolean => {
    if (!remark) return false
    if (sameRow(remark, rect)) return rect.left > remark.right - OVERLAP * unit
    const lower = rect.top - remark.bottom
    return !beside && Math.abs(rect.left - remark.left) < COLUMN * unit && lower > -unit && lower < UNDER * unit
  }
  return pieces.filter(({ text, rect }) => {
    if (startsWith(text, OTHERS)) return !isRemark(rect)
    const column = labels.filter(({ left }) => Math.abs(left - rect.left) < COLUMN * unit)
    return beside && SHORT.test(text) && column.length >= IN_COLUMN
  })
}

/** In label heights: largest gap within a value. */
const SPACE = 0.7
/** In label heights: beyond this gap text of a row is not part of the list. */
const APART = 2.5

/** Without distant pieces of the row. */
export function withoutDistant(ordered: readonly Piece[], unit: number): Piece[] {
  return ordered.filter(({ rect }, i) => {
    const before = ordered.slice(0, i).filter((other) => sameRow(other.rect, rect))
    const end = Math.max(...before.map((other) => other.rect.right))
    return before.length === 0 || rect.left - end < APART * unit
  })
}

/** The entry of a piece: beside it, in its line, continued from the line above, or above it. */
export function entryOf(
  { rect }: Piece,
  entries: readonly Entry[],
  given: ReadonlyMap<Entry, readonly Piece[]>,
  unit: number,
): Entry | undefined {
  const { y } = middleOf(rect)
  const inRow = entries.filter((entry) => sameRow(entry.rect, rect) && rect.left > entry.rect.right - OVERLAP * unit)
  const beside = inRow.sort((a, b) => b.rect.left - a.rect.left)[0]
  if (beside) return beside
  const separated = (from: number, own: Entry): boolean =>
    entries.some(
      (other) =>
        other !== own && overlaps(other.rect, rect) && middleOf(other.rect).y > from && middleOf(other.rect).y < y,
    )
  const sameLine = entries.find((entry) => {
    const last = given.get(entry)?.at(-1)?.rect
    return last && sameRow(last, rect) && rect.left > last.left && rect.left - last.right < SPACE * unit
  })
  if (sameLine) return sameLine
  const continued = entries.filter((entry) => {
    const last = given.get(entry)?.at(-1)?.rect
    const near = last && overlaps(last, rect) && y > middleOf(last).y && rect.top - last.bottom < NEXT_LINE * unit
    return near && !separated(middleOf(last).y, entry)
  })
  const above = entries.filter(
    (entry) =>
      y > middleOf(entry.rect).y &&
      rect.top - entry.rect.bottom < BELOW * unit &&
      overlaps(entry.rect, { ...rect, right: rect.left }, BEHIND * unit) &&
      !separated(middleOf(entry.rect).y, entry),
  )
  const nearest = (a: Entry, b: Entry): number => middleOf(b.rect).y - middleOf(a.rect).y
  return continued.sort(nearest)[0] ?? above.sort(nearest)[0]
}
