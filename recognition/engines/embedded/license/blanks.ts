import { PAGE_MM } from '../../../../miniprogram/vehicle-license/page-size'
import { middleOf, type Rect } from '../../../../miniprogram/image/rect'
import type { Field, FieldKey } from '../../../../miniprogram/vehicle-license/fields'
import { LABEL_HEIGHT } from './layouts'
import type { PlacedLabel } from './place-labels'

/** A label beside which no text was found, and where to look again. mm of the page; px of the view in a list. */
export interface Blank<F extends Field> {
  readonly field: F
  readonly label: Rect
  readonly place: Rect
}

/** What every license states (GA 37): where it is not seen, it was not read. The others may be dashes. */
const ALWAYS = new Set<string>([
  'plateNum',
  'vehicleType',
  'owner',
  'addr',
  'useCharacter',
  'vin',
  'registerDate',
  'issueDate',
  'plateNumB',
  'record',
] satisfies FieldKey[])

export const mayBeEmpty = ({ key }: Field): boolean => !ALWAYS.has(key)

/** mm: a value ends so far before the next label. */
const ENDS = 0.5

/** mm: how far a value beside a label may reach: to the next label in its row, or to an edge. */
export function reachOf<F extends Field>(
  { rect }: PlacedLabel<F>,
  labels: readonly PlacedLabel<F>[],
  edge: number,
): number {
  const { y } = middleOf(rect)
  const next = labels.filter(
    (other) => other.rect.left > rect.right && Math.abs(middleOf(other.rect).y - y) < LABEL_HEIGHT,
  )
  return Math.min(edge, ...next.map((other) => other.rect.left - ENDS))
}

/** mm: half the height of the place in which dashes are looked for. */
const HALF_HEIGHT = 2.1
/** mm that two dashes, and what may be wrong about their place, take. */
const REACHES = 14

/**
 * The place beside a label, as far as the next label in its row.
 *
 * @param shift mm by which values stand lower
 * @param before mm by which it begins before the end of the box around the label
 */
export function blankOf<F extends Field>(
  label: PlacedLabel<F>,
  labels: readonly PlacedLabel<F>[],
  shift: number,
  before: number,
): Blank<F> {
  const { field, rect } = label
  const left = rect.right - before
  const right = Math.max(left + 1, reachOf(label, labels, Math.min(rect.right + REACHES, PAGE_MM.width)))
  const row = middleOf(rect).y + shift
  return { field, label: rect, place: { left, right, top: row - HALF_HEIGHT, bottom: row + HALF_HEIGHT } }
}
