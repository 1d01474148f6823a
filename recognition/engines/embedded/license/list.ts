import type { Field, FieldKey } from '../../../../miniprogram/vehicle-license/fields'
import { median } from '../median'
import { boundsOf, middleOf, type Rect } from '../pixels/geometry'
import { concat, shift } from '../pixels/homography'
import type { SheetReading } from './extract'
import { type Layout, PAGE } from './layouts'
import type { FoundLabel, Piece } from './parts'
import { inReadingOrder, readValue, type Reading, sameRow } from './read-value'
import { readAuthority, SEAL_KEY } from './seal'
import type { Signs } from './sheets'
import { comparable } from './spellings'

/**
 * An electronic license: labels and values in a list on a screen, in whatever order and design. There is no form to fit;
 * values belong to the label beside or above them.
 */
const LIST: Layout = { name: 'list', page: 'main', labels: {}, values: {} }

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
/** In heights of the labels: labels of one column begin no farther apart. */
const COLUMN = 1

/** Labels of electronic licenses that are no field's here: what stands beside or below them is no value of one. */
const OTHERS = [
  '检验有效期止',
  '强制报废期止',
  '机动车状态',
  '状态',
  '车身颜色',
  '能源种类',
  '燃料种类',
  '生成时间',
  '有效期',
]

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
const isOther = ({ text }: Piece): boolean => OTHERS.some((label) => comparable(text).startsWith(label))
const overlaps = (a: Rect, b: Rect, slack = 0): boolean => a.left < b.right + slack && b.left < a.right + slack

/** Of each field the label that was read best. */
function labelsOf<F extends Field>(labels: readonly FoundLabel<F>[]): Map<F, FoundLabel<F>> {
  const best = new Map<F, FoundLabel<F>>()
  for (const label of labels) {
    const [field] = label.fields
    if (!field || label.script !== 'zh' || label.errors > MAX_ERRORS) continue
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
  const others = pieces.filter(isOther).map(({ rect }): Entry<F> => ({ field: undefined, rect }))
  const entries = [...own, ...others]
  const unit = median(own.map(({ rect }) => heightOf(rect))) ?? 1
  const values = new Map<Entry<F>, Piece[]>()
  for (const piece of inReadingOrder(pieces.filter((one) => !isOther(one)))) {
    const entry = entryOf(piece, entries, values, unit)
    if (entry) values.set(entry, [...(values.get(entry) ?? []), piece])
  }
  const readings = new Map<F, Reading>()
  for (const [{ field }, ordered] of values) {
    const lines = inReadingOrder(ordered).map(({ line }) => line)
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
