import type { Field, FieldKey } from '../../../../miniprogram/vehicle-license/fields'
import { median } from '../median'
import { boundsOf, middleOf, type Rect } from '../pixels/geometry'
import { concat, shift } from '../pixels/homography'
import type { SheetReading } from './extract'
import { LIST, PAGE } from './layouts'
import type { FoundLabel, Piece } from './parts'
import { inReadingOrder, readValue, type Reading, sameRow } from './read-value'
import { readAuthority, SEAL_KEY } from './seal'
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

/** Labels that are no field's. */
function othersOf(labels: readonly Rect[], pieces: readonly Piece[], unit: number): Piece[] {
  const beside = isBeside(labels, pieces, unit)
  return pieces.filter(({ text, rect }) => {
    if (startsWith(text, OTHERS)) return true
    const column = labels.filter(({ left }) => Math.abs(left - rect.left) < COLUMN * unit)
    return beside && SHORT.test(text) && column.length >= IN_COLUMN
  })
}

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
    return last && sameRow(last, rect) && rect.left > last.left && rect.left - last.right < APART * unit
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

/** Reads the fields of a license from a list of labels and values. */
export function readList<F extends Field>({ labels, pieces }: Signs<F>): SheetReading<F> {
  const own = Array.from(labelsOf(labels), ([field, label]): Entry<F> => ({ field, rect: rectOf(label) }))
  const labelRects = own.map(({ rect }) => rect)
  const unit = median(labelRects.map(heightOf)) ?? 1
  const others = othersOf(labelRects, pieces, unit)
  const entries = [...own, ...others.map(({ rect }): Entry<F> => ({ field: undefined, rect }))]
  const values = new Map<Entry<F>, Piece[]>()
  for (const piece of inReadingOrder(pieces.filter((one) => !others.includes(one)))) {
    const entry = entryOf(piece, entries, values, unit)
    if (entry) values.set(entry, [...(values.get(entry) ?? []), piece])
  }
  const readings = new Map<F, Reading>()
  for (const [{ field }, ordered] of values) {
    const lines = withoutStrangers(inReadingOrder(ordered), unit).map(({ line }) => line)
    const reading = field && (field.key === SEAL_KEY ? readAuthority(lines) : readValue(field.kind, lines))
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
  return { page: LIST.page, layout: LIST, toPage, labels: [], sure: true, readings, shift: 0 }
}
