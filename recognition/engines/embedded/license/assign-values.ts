import { median } from '../../../../miniprogram/image/statistics'
import { middleOf, type Rect } from '../../../../miniprogram/image/rect'
import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import { clearLabels } from './clear-labels'
import type { PlacedPiece } from './pieces'
import { sameRow } from './read-value'
import { labelBeside, OVERLAP, type Row, rowsOf } from './rows'
import { isSealed } from './seal'
import type { PlacedLabel } from './place-labels'
import { isUnder } from './small-print'
import { isInspection, tellingKind } from './telling'

export interface Assignment<F extends Field> {
  readonly values: ReadonlyMap<F, readonly PlacedPiece[]>
  /** What belongs to no label. */
  readonly rest: readonly PlacedPiece[]
  /** mm by which values stand lower than their labels: the printer puts them over a form that was printed before. */
  readonly shift: number
}

/** mm by which values may be shifted, up or down, as a printer's paper is. */
const MAX_SHIFT = 3.4

const isAbove = (a: Rect, b: Rect): boolean => middleOf(a).y < middleOf(b).y && !sameRow(a, b)

/**
 * The label that each piece stands beside, if it stands beside one. What stands above a value that never runs over
 * two lines (a VIN, a date) is of the row before: the second line of a long model, say; what stands below one, of the
 * row behind it. What tells what it is belongs to the only label of its kind, if nothing else of that kind stands there.
 */
function labelsOf<F extends Field>(
  pieces: readonly PlacedPiece[],
  rows: readonly Row<F>[],
  shift: number,
): Map<PlacedPiece, PlacedLabel<F>> {
  const beside = (piece: PlacedPiece, row: number): PlacedLabel<F> | undefined =>
    rows[row] && labelBeside(piece.rect, rows[row])
  const placed = pieces.map((piece) => {
    const y = middleOf(piece.rect).y - shift
    const row = rows.findIndex(({ top, bottom }) => y >= top && y < bottom)
    return { piece, row, label: beside(piece, row) }
  })
  const whole = placed.filter(({ piece, label }) => label && tellingKind(piece.text) === label.field.kind)
  const told = ({ text }: PlacedPiece): PlacedLabel<F> | undefined => {
    const kind = isInspection(text) ? 'inspection' : tellingKind(text)
    const [only, another] = rows.flatMap((row) => row.labels).filter(({ field }) => field.kind === kind)
    return another || whole.some(({ label }) => label === only) ? undefined : only
  }
  const labels = placed.flatMap(({ piece, row, label }) => {
    const above = whole.some((value) => value.label === label && isAbove(piece.rect, value.piece.rect))
    const below = whole.some((value) => value.label === label && isAbove(value.piece.rect, piece.rect))
    const next = below ? beside(piece, row + 1) : undefined
    const only = told(piece)
    // Where its box holds the label, too, it stands beside none.
    const inItsRow = only && rows[row]?.labels.includes(only) ? only : undefined
    const own = label ? (only ?? (above ? beside(piece, row - 1) : (next ?? label))) : inItsRow
    return own ? [[piece, own] as const] : []
  })
  return new Map(labels)
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
  const print = pieces.filter((piece) => !labels.some((label) => isUnder(piece, label)))
  const clear = clearLabels(print, labels)
  const labelOf = labelsOf(
    clear.filter((piece) => !(seal && isSealed(piece, seal))),
    rows,
    shift,
  )
  for (const piece of clear) {
    const label = labelOf.get(piece)
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
