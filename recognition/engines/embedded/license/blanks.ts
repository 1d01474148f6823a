import { PAGE_MM } from '../../../../miniprogram/vehicle-license/page-size'
import { middleOf, type Rect } from '../../../../miniprogram/image/rect'
import type { Field, FieldKey } from '../../../../miniprogram/vehicle-license/fields'
import { LABEL_HEIGHT } from './layouts'
import type { PlacedLabel } from './place-labels'

/** A label without a value, and where to look for dashes. mm of the page; px of the view in a list. */
export interface Blank {
  readonly field: Field
  readonly label: Rect
  readonly place: Rect
}

/** Fields that are never dashes (GA 37). */
const REQUIRED = new Set<FieldKey>([
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
])

export const mayBeEmpty = ({ key }: Field): boolean => !REQUIRED.has(key)

/** mm; gap between a value and the next label. */
const LABEL_GAP = 0.5

/** mm; right bound of a value: the next label in its row, or an edge. */
export function reachOf({ rect }: PlacedLabel, labels: readonly PlacedLabel[], edge: number): number {
  const { y } = middleOf(rect)
  const next = labels.filter(
    (other) => other.rect.left > rect.right && Math.abs(middleOf(other.rect).y - y) < LABEL_HEIGHT,
  )
  return Math.min(edge, ...next.map((other) => other.rect.left - LABEL_GAP))
}

/** mm; half the height of the search area for dashes. */
const HALF_HEIGHT = 2.1
/** mm; width of two dashes, with tolerance. */
const MAX_WIDTH = 14

/**
 * The search area beside a label, up to the next label in its row.
 *
 * @param shift mm; vertical offset of the values
 * @param before mm by which it overlaps the label box
 */
export function blankOf(label: PlacedLabel, labels: readonly PlacedLabel[], shift: number, before: number): Blank {
  const { field, rect } = label
  const left = rect.right - before
  const right = Math.max(left + 1, reachOf(label, labels, Math.min(rect.right + MAX_WIDTH, PAGE_MM.width)))
  const row = middleOf(rect).y + shift
  return { field, label: rect, place: { left, right, top: row - HALF_HEIGHT, bottom: row + HALF_HEIGHT } }
}
