import type { Field, FieldKey } from '../../../../miniprogram/vehicle-license/fields'
import { middleOf, type Rect } from '../pixels/geometry'
import { LABEL_HEIGHT, PAGE } from './layouts'
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

/** mm: where the place ends before the next label; half its height. */
const ENDS = 0.5
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
  { field, rect }: PlacedLabel<F>,
  labels: readonly PlacedLabel<F>[],
  shift: number,
  before: number,
): Blank<F> {
  const middle = middleOf(rect).y
  const nextInRow = labels
    .filter((other) => other.rect.left > rect.right && Math.abs(middleOf(other.rect).y - middle) < LABEL_HEIGHT)
    .map((other) => other.rect.left - ENDS)
  const left = rect.right - before
  const right = Math.max(left + 1, Math.min(rect.right + REACHES, PAGE.width, ...nextInRow))
  const row = middle + shift
  return { field, label: rect, place: { left, right, top: row - HALF_HEIGHT, bottom: row + HALF_HEIGHT } }
}
