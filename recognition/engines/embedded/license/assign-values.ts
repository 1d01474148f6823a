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
import { isInspection, inferKind } from './infer-kind'

export interface Assignment {
  readonly values: ReadonlyMap<Field, readonly PlacedPiece[]>
  /** Pieces without a label. */
  readonly rest: readonly PlacedPiece[]
  /** mm; vertical offset of the values, printed onto a preprinted form. */
  readonly shift: number
}

/** mm; largest vertical offset of the print, up or down. */
const MAX_SHIFT = 3.4

const isAbove = (a: Rect, b: Rect): boolean => middleOf(a).y < middleOf(b).y && !sameRow(a, b)

/**
 * The label of each piece: the one beside it. A piece above a one-line value (a VIN, a date) belongs to the row before,
 * a piece below it to the next row. A piece of a known kind goes to the only label of that kind, if that is free.
 */
function labelsOf(pieces: readonly PlacedPiece[], rows: readonly Row[], shift: number): Map<PlacedPiece, PlacedLabel> {
  const beside = (piece: PlacedPiece, row: number): PlacedLabel | undefined =>
    rows[row] && labelBeside(piece.rect, rows[row])
  const placed = pieces.map((piece) => {
    const y = middleOf(piece.rect).y - shift
    const row = rows.findIndex(({ top, bottom }) => y >= top && y < bottom)
    return { piece, row, label: beside(piece, row) }
  })
  const whole = placed.filter(({ piece, label }) => label && inferKind(piece.text) === label.field.kind)
  const onlyLabelOf = ({ text }: PlacedPiece): PlacedLabel | undefined => {
    const kind = isInspection(text) ? 'inspection' : inferKind(text)
    const [only, another] = rows.flatMap((row) => row.labels).filter(({ field }) => field.kind === kind)
    return another || whole.some(({ label }) => label === only) ? undefined : only
  }
  const labels = placed.flatMap(({ piece, row, label }) => {
    const above = whole.some((value) => value.label === label && isAbove(piece.rect, value.piece.rect))
    const below = whole.some((value) => value.label === label && isAbove(value.piece.rect, piece.rect))
    const next = below ? beside(piece, row + 1) : undefined
    const only = onlyLabelOf(piece)
    // A piece whose box includes the label has none to its left.
    const inItsRow = only && rows[row]?.labels.includes(only) ? only : undefined
    const own = label ? (only ?? (above ? beside(piece, row - 1) : (next ?? label))) : inItsRow
    return own ? [[piece, own] as const] : []
  })
  return new Map(labels)
}

/** Median vertical offset of the values of a known kind (a plate, a date, a mass) from a label of that kind. */
function shiftOf(pieces: readonly PlacedPiece[], rows: readonly Row[]): number {
  const labels = rows.flatMap((row) => row.labels)
  const offsets = pieces.flatMap(({ text, rect }) => {
    const kind = inferKind(text)
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

/** mm; largest gap between two pieces of one value. */
const MAX_GAP = 7
/** mm; largest gap between a label and its value. */
const MAX_LABEL_GAP = 14

/** Without distant pieces of the row: print on what lies under the license. */
function withoutDistant(pieces: readonly PlacedPiece[], label: PlacedLabel): PlacedPiece[] {
  const own: PlacedPiece[] = []
  for (const piece of [...pieces].sort((a, b) => a.rect.left - b.rect.left)) {
    const before = own.filter(({ rect }) => sameRow(rect, piece.rect))
    const reach = Math.max(label.rect.right + MAX_LABEL_GAP, ...before.map(({ rect }) => rect.right + MAX_GAP))
    if (piece.rect.left <= reach) own.push(piece)
  }
  return own
}

/** Characters of inspection records. */
const INSPECTION = /[\d检验年月]/u

/** Pieces like inspection records. As the last field of the page it has no label below to end it. */
const inspectionsOf = (pieces: readonly PlacedPiece[]): readonly PlacedPiece[] => {
  const own = pieces.filter(({ text }) => INSPECTION.test(text))
  return own.length > 0 ? own : pieces
}

/**
 * Assigns the pieces of a page to its labels.
 *
 * @param seal mm; bounding box of the seal, if the page has one
 */
export function assignValues(
  pieces: readonly PlacedPiece[],
  labels: readonly PlacedLabel[],
  seal: Rect | undefined,
): Assignment {
  const rows = rowsOf(labels)
  const shift = shiftOf(pieces, rows)
  const beside = new Map<PlacedLabel, PlacedPiece[]>()
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
  const values = new Map<Field, readonly PlacedPiece[]>()
  for (const [label, pieces] of beside) {
    const own = withoutDistant(label.field.kind === 'inspection' ? inspectionsOf(pieces) : pieces, label)
    if (own.length > 0) values.set(label.field, own)
  }
  return { values, rest, shift }
}
