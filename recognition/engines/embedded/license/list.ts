import type { Field, FieldKey } from '../../../../miniprogram/vehicle-license/fields'
import { median } from '../median'
import type { Line } from '../ocr/line'
import { boundsOf, middleOf, type Rect } from '../pixels/geometry'
import { concat, shift } from '../pixels/homography'
import type { SheetReading } from './extract'
import { LIST, PAGE } from './layouts'
import { type Blank, mayBeEmpty } from './blanks'
import { isMasked } from './masked'
import type { FoundLabel, Piece } from './parts'
import { inReadingOrder, readValue, type Reading, sameRow } from './read-value'
import { readAuthority, SEAL_KEY } from './seal'
import { withoutRepeats } from './repeats'
import type { Signs } from './sheets'
import { comparable } from './spellings'

/** What makes it a license's: of these labels so many, each read with at most one error. */
const OWN = new Set<string>([
  'plateNum',
  'vehicleType',
  'owner',
  'addr',
  'useCharacter',
  'model',
  'vin',
  'engineNum',
  'registerDate',
  'issueDate',
] satisfies FieldKey[])
const ENOUGH = 7
const MAX_ERRORS = 1
/** Lists have one label in English, too: VIN. */
const ENGLISH = 'vin'
const REMARK = 'remark'
/** In heights of the labels: labels of one column begin no farther apart. */
const COLUMN = 1

/** Labels of electronic licenses that no form has. */
const TELLING = ['检验有效期止', '机动车状态', '状态', '车身颜色', '能源种类', '生成时间', '更新时间', '号牌种类']
/** And those that a form may have in its remarks. What stands beside or below either is no value of a field. */
const OTHERS = [...TELLING, '强制报废期止', '燃料种类', '有效期']
/** A label of something else again: in the column of the others, and as short. */
const SHORT = /^\p{Script=Han}{2,8}[:：]?$/u
const IN_COLUMN = 4

/** In heights of the labels: how far below its label, or below its own first line, a value may stand. */
const BELOW = 3
const NEXT_LINE = 0.45
/** How far before the right end of its label a value may begin, and how far behind it one below may. */
const OVERLAP = 0.5
const BEHIND = 3

/** A label of the list, or what is none of ours and ends a value all the same. */
interface Entry<F extends Field> {
  readonly field: F | undefined
  readonly rect: Rect
}

const rectOf = ({ box }: { readonly box: FoundLabel<Field>['box'] }): Rect => boundsOf(box)
const heightOf = ({ top, bottom }: Rect): number => bottom - top
const startsWith = (text: string, labels: readonly string[]): boolean =>
  labels.some((label) => comparable(text).startsWith(label))
const overlaps = (a: Rect, b: Rect, slack = 0): boolean => a.left < b.right + slack && b.left < a.right + slack

/** Of each field the label that was read best. */
function labelsOf<F extends Field>(labels: readonly FoundLabel<F>[]): Map<F, FoundLabel<F>> {
  const best = new Map<F, FoundLabel<F>>()
  for (const label of labels) {
    const [field] = label.fields
    if (!field || (label.script !== 'zh' && field.key !== ENGLISH) || label.errors > MAX_ERRORS) continue
    if (label.errors < (best.get(field)?.errors ?? Infinity)) best.set(field, label)
  }
  return best
}

const ownLabels = <F extends Field>({ labels }: Signs<F>): Rect[] =>
  [...labelsOf(labels)].filter(([{ key }]) => OWN.has(key)).map(([, label]) => rectOf(label))

/** Whether enough labels of a license were read well: they may be a list's. */
export const mayBeList = <F extends Field>(signs: Signs<F>): boolean => ownLabels(signs).length >= ENOUGH

/** Whether more of the labels stand one under the other than on any form. */
export function isColumn<F extends Field>(signs: Signs<F>): boolean {
  const own = ownLabels(signs)
  const unit = median(own.map(heightOf)) ?? 1
  return own.some(({ left }) => own.filter((other) => Math.abs(other.left - left) < COLUMN * unit).length >= ENOUGH)
}

/** Whether something stands there that only electronic licenses tell. */
export const tellsList = <F extends Field>({ pieces }: Signs<F>): boolean =>
  pieces.some(({ text }) => startsWith(text, TELLING))

/** Whether most labels have something beside them. */
function isBeside(labels: readonly Rect[], pieces: readonly Piece[], unit: number): boolean {
  const beside = labels.filter((label) =>
    pieces.some(({ rect }) => sameRow(label, rect) && rect.left > label.right - OVERLAP * unit),
  )
  return beside.length > labels.length / 2
}

/** In heights of the labels: what stands no lower under a label, where values stand below, is its value. */
const UNDER = 1.2

/** Labels that are no field's: none of them is the value of a remark, which may tell the same. */
function othersOf(own: readonly Entry<Field>[], pieces: readonly Piece[], unit: number): Piece[] {
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
function withoutStrangers(ordered: readonly Piece[], unit: number): Piece[] {
  return ordered.filter(({ rect }, i) => {
    const before = ordered.slice(0, i).filter((other) => sameRow(other.rect, rect))
    const end = Math.max(...before.map((other) => other.rect.right))
    return before.length === 0 || rect.left - end < APART * unit
  })
}

/** The entry that a piece belongs to. */
function entryOf<F extends Field>(
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

/** What was read of a list. */
export interface ListReading<F extends Field> {
  readonly sheet: SheetReading<F>
  /** Labels without a value, which may be dashes. */
  readonly blanks: readonly Blank<F>[]
  /** px of the view; about how high the labels are printed */
  readonly unit: number
}

/** Share of the boxes around labels that their characters fill. */
const PRINTED = 0.6
/** In heights of the labels: where a value is that stands below its label. */
const VALUE = { before: 0.2, width: 5, top: 0.1, height: 1.4 }

/** Where the value of a label must be, up to the right edge of the list where values stand beside their labels. */
function placeOf({ left, right, top, bottom }: Rect, beside: boolean, edge: number, unit: number): Rect {
  const { before, width, height } = VALUE
  return beside
    ? { left: right, right: Math.max(edge, right + unit), top, bottom }
    : {
        left: left - before * unit,
        right: left + width * unit,
        top: bottom - VALUE.top * unit,
        bottom: bottom + height * unit,
      }
}

/** The authority of a list: what follows in its column may be a heading. */
function readListedAuthority(lines: readonly Line[]): Reading | undefined {
  const fewer = lines.map((_, i) => lines.slice(0, lines.length - i))
  return fewer.map(readAuthority).find((reading) => reading !== undefined)
}

/** Reads the fields of a license from a list of labels and values. */
export function readList<F extends Field>(signs: Signs<F>): ListReading<F> {
  const { labels } = signs
  const pieces = signs.pieces.filter(({ text }) => !isMasked(text))
  const own = Array.from(labelsOf(labels), ([field, label]): Entry<F> => ({ field, rect: rectOf(label) }))
  const labelRects = own.map(({ rect }) => rect)
  const unit = median(labelRects.map(heightOf)) ?? 1
  const others = othersOf(own, pieces, unit)
  const entries = [...own, ...others.map(({ rect }): Entry<F> => ({ field: undefined, rect }))]
  const values = new Map<Entry<F>, Piece[]>()
  for (const piece of inReadingOrder(pieces.filter((one) => !others.includes(one)))) {
    const entry = entryOf(piece, entries, values, unit)
    if (entry) values.set(entry, [...(values.get(entry) ?? []), piece])
  }
  const readings = new Map<F, Reading>()
  for (const [{ field }, ordered] of values) {
    const lines = withoutRepeats(withoutStrangers(inReadingOrder(ordered), unit)).map(({ line }) => line)
    const reading = field && (field.key === SEAL_KEY ? readListedAuthority(lines) : readValue(field.kind, lines))
    if (field && reading) readings.set(field, reading)
  }
  const { left, top, right, bottom } = boundsOf(
    [...entries.map(({ rect }) => rect), ...[...values.values()].flat().map(({ rect }) => rect)].flatMap((rect) => [
      { x: rect.left, y: rect.top },
      { x: rect.right, y: rect.bottom },
    ]),
  )
  const [across, down] = [PAGE.width / (right - left), PAGE.height / (bottom - top)]
  const toPage = concat([across, 0, 0, 0, down, 0, 0, 0, 1], shift(-left, -top))
  const beside = isBeside(labelRects, pieces, unit)
  const blanks = own.flatMap(({ field, rect }): Blank<F>[] =>
    !field || readings.has(field) || !mayBeEmpty(field)
      ? []
      : [{ field, label: rect, place: placeOf(rect, beside, right, unit) }],
  )
  const sheet = { page: LIST.page, layout: LIST, toPage, labels: [], sure: true, readings, shift: 0, unplaced: [] }
  return { sheet, blanks, unit: PRINTED * unit }
}
