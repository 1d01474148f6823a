import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import { middleOf, type Rect } from '../pixels/geometry'
import { clearLabels } from './clear-labels'
import type { PlacedPiece } from './pieces'
import { median } from '../median'
import { sameRow } from './read-value'
import { isSealed } from './seal'
import type { PlacedLabel } from './sheets'
import { tellingKind } from './telling'

export interface Assignment<F extends Field> {
  readonly values: ReadonlyMap<F, readonly PlacedPiece[]>
  /** What belongs to no label. */
  readonly rest: readonly PlacedPiece[]
  /** mm by which values stand lower than their labels: the printer puts them over a form that was printed before. */
  readonly shift: number
}

/** mm by which a value may begin before its label ends. */
const OVERLAP = 2.6
/** mm by which values may be shifted, up or down, as a printer's paper is. */
const MAX_SHIFT = 3.4
/** mm; labels this near in height stand in one row. */
const SAME_ROW = 2.5
/** Share of the way up to the row above at which a row begins. */
const ROW_BEGINS = 0.5
/** mm above the first row, and below the last one, in which a value may still stand. */
const REACH = 3.2
const REACH_BELOW = 12

interface Row<F extends Field> {
  readonly middle: number
  readonly top: number
  readonly bottom: number
  readonly labels: readonly PlacedLabel<F>[]
}

function rowsOf<F extends Field>(labels: readonly PlacedLabel<F>[]): Row<F>[] {
  const groups: PlacedLabel<F>[][] = []
  for (const label of [...labels].sort((a, b) => middleOf(a.rect).y - middleOf(b.rect).y)) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group && first && middleOf(label.rect).y - middleOf(first.rect).y < SAME_ROW) group.push(label)
    else groups.push([label])
  }
  const middles = groups.map((group) => median(group.map(({ rect }) => middleOf(rect).y)) ?? 0)
  const begins = (i: number): number => {
    const [before, own] = [middles[i - 1], middles[i] ?? 0]
    return before === undefined ? own - REACH : own - ROW_BEGINS * Math.min(own - before, 2 * REACH)
  }
  return groups.map((group, i) => ({
    middle: middles[i] ?? 0,
    top: begins(i),
    bottom: i + 1 < groups.length ? begins(i + 1) : (middles[i] ?? 0) + REACH_BELOW,
    labels: group.sort((a, b) => a.rect.left - b.rect.left),
  }))
}

/** The label that a place is beside, if it is beside one. */
function labelOf<F extends Field>(rect: Rect, rows: readonly Row<F>[], shift: number): PlacedLabel<F> | undefined {
  const y = middleOf(rect).y - shift
  const row = rows.find(({ top, bottom }) => y >= top && y < bottom)
  const before = row?.labels.filter((label) => {
    const overlap = label.found ? OVERLAP : 2 * OVERLAP
    return rect.left >= label.rect.right - overlap && middleOf(rect).x > label.rect.left
  })
  return before?.at(-1)
}

/**
 * How far values are printed off their labels: what tells its kind (a plate, a date, a mass) must stand beside a
 * label of that kind.
 */
function shiftOf<F extends Field>(pieces: readonly PlacedPiece[], rows: readonly Row<F>[]): number {
  const labels = rows.flatMap((row) => row.labels)
  const offsets = pieces.flatMap(({ text, rect }) => {
    const kind = tellingKind(text)
    const beside = labels.filter(
      ({ field, rect: label }) =>
        field.kind === kind && middleOf(rect).x > label.left && rect.left > label.right - 2 * OVERLAP,
    )
    const off = beside
      .map((label) => middleOf(rect).y - middleOf(label.rect).y)
      .filter((distance) => Math.abs(distance) <= MAX_SHIFT)
      .sort((a, b) => Math.abs(a) - Math.abs(b))
    return off.slice(0, 1)
  })
  return median(offsets) ?? 0
}

/** mm; farther apart in a row, two pieces are not of one value, and farther behind its label none begins. */
const MAX_GAP = 7
const MAX_BEGINS = 14

/** Without what stands far behind in a row: print on whatever lies under the license. */
function withoutStrangers<F extends Field>(pieces: readonly PlacedPiece[], label: PlacedLabel<F>): PlacedPiece[] {
  const own: PlacedPiece[] = []
  for (const piece of [...pieces].sort((a, b) => a.rect.left - b.rect.left)) {
    const before = own.filter(({ rect }) => sameRow(rect, piece.rect))
    const reach = Math.max(label.rect.right + MAX_BEGINS, ...before.map(({ rect }) => rect.right + MAX_GAP))
    if (piece.rect.left <= reach) own.push(piece)
  }
  return own
}

/** What an inspection is told in: its words and dates. */
const INSPECTION = /[\d检验年月]/u

/** Without what has nothing of an inspection: the last field of its page has no other below to end it. */
const inspectionsOf = (pieces: readonly PlacedPiece[]): readonly PlacedPiece[] => {
  const own = pieces.filter(({ text }) => INSPECTION.test(text))
  return own.length > 0 ? own : pieces
}

/**
 * Gives every piece of text on a page to the label that it stands beside.
 *
 * @param seal mm; where the seal stands, if the page has one
 */
export function assignValues<F extends Field>(
  pieces: readonly PlacedPiece[],
  labels: readonly PlacedLabel<F>[],
  seal: Rect | undefined,
): Assignment<F> {
  const rows = rowsOf(labels)
  const shift = shiftOf(pieces, rows)
  const beside = new Map<PlacedLabel<F>, PlacedPiece[]>()
  const rest: PlacedPiece[] = []
  for (const piece of clearLabels(pieces, labels, shift)) {
    const label = seal && isSealed(piece, seal) ? undefined : labelOf(piece.rect, rows, shift)
    if (label) beside.set(label, [...(beside.get(label) ?? []), piece])
    else rest.push(piece)
  }
  const values = new Map<F, readonly PlacedPiece[]>()
  for (const [label, pieces] of beside) {
    const own = withoutStrangers(label.field.kind === 'inspection' ? inspectionsOf(pieces) : pieces, label)
    if (own.length > 0) values.set(label.field, own)
  }
  return { values, rest, shift }
}
