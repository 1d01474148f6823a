import { middleOf, type Rect } from '../../../../../miniprogram/image/rect'
import type { Field } from '../../../../../miniprogram/vehicle-license/fields'
import type { Piece } from '../parts'
import { sameRow } from '../read-value'
import { COLUMN, startsWith, TELLING } from './labels'

const REMARK = 'remark'
/** Labels of other things: those, and some that forms tell in their remarks. What stands beside or below is no value of a field. */
const OTHERS = [...TELLING, '强制报废期止', '燃料种类', '有效期']
/** A label of something else again: in the column of the others, and as short. */
const SHORT = /^\p{Script=Han}{2,8}[:：]?$/u
const IN_COLUMN = 4

/** In heights of the labels: how far below its label, or below its own first line, a value may stand. */
const BELOW = 3
export const NEXT_LINE = 0.45
/** How far before the right end of its label a value may begin, and how far behind it one below may. */
export const OVERLAP = 0.5
const BEHIND = 3

/** A label of the list, or what is none of ours and ends a value all the same. */
export interface Entry<F extends Field> {
  readonly field: F | undefined
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

/** In heights of the labels: what stands no lower under a label, where values stand below, is its value. */
const UNDER = 1.2

/** Labels that are no field's: none of them is the value of a remark, which may tell the same. */
export function othersOf(own: readonly Entry<Field>[], pieces: readonly Piece[], unit: number): Piece[] {
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

/** In heights of the labels: no farther behind another piece, one goes on in its row. */
const SPACE = 0.7
/** In heights of the labels: farther behind it in its row, what follows a value is print on whatever lies beside. */
const APART = 2.5

/** Without what stands far behind in a row. */
export function withoutStrangers(ordered: readonly Piece[], unit: number): Piece[] {
  return ordered.filter(({ rect }, i) => {
    const before = ordered.slice(0, i).filter((other) => sameRow(other.rect, rect))
    const end = Math.max(...before.map((other) => other.rect.right))
    return before.length === 0 || rect.left - end < APART * unit
  })
}

/** The entry that a piece belongs to. */
export function entryOf<F extends Field>(
  { rect }: Piece,
  entries: readonly Entry<F>[],
  given: ReadonlyMap<Entry<F>, readonly Piece[]>,
  unit: number,
): Entry<F> | undefined {
  const { y } = middleOf(rect)
  const inRow = entries.filter((entry) => sameRow(entry.rect, rect) && rect.left > entry.rect.right - OVERLAP * unit)
  const beside = inRow.sort((a, b) => b.rect.left - a.rect.left)[0]
  if (beside) return beside
  const separated = (from: number, own: Entry<F>): boolean =>
    entries.some(
      (other) =>
        other !== own && overlaps(other.rect, rect) && middleOf(other.rect).y > from && middleOf(other.rect).y < y,
    )
  const sameLine = entries.find((entry) => {
    const last = given.get(entry)?.at(-1)?.rect
    return last && sameRow(last, rect) && rect.left > last.left && rect.left - last.right < SPACE * unit
  })
  if (sameLine) return sameLine
  const goesOn = entries.filter((entry) => {
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
  const nearest = (a: Entry<F>, b: Entry<F>): number => middleOf(b.rect).y - middleOf(a.rect).y
  return goesOn.sort(nearest)[0] ?? above.sort(nearest)[0]
}
