import { middleOf } from '../../../../miniprogram/image/rect'
import type { Field, FieldKey } from '../../../../miniprogram/vehicle-license/fields'
import type { PlacedPiece } from './pieces'
import { sameRow } from './read-value'

/** Fields whose values may wrap, centered on the row of the label. */
const WRAPPING: ReadonlySet<FieldKey> = new Set(['owner', 'addr', 'remark'])
/** mm; one-line values are nearer to their row, wrapped lines farther away. */
const MAX_OFF = 1.2

/**
 * Whether a line stands where a wrapped value would: its other line was not detected.
 *
 * @param row mm; y of one-line values
 */
export function mayMissLine({ key }: Field, pieces: readonly PlacedPiece[], row: number): boolean {
  const [first] = pieces
  if (!first || !WRAPPING.has(key)) return false
  return pieces.every(({ rect }) => sameRow(rect, first.rect)) && Math.abs(middleOf(first.rect).y - row) > MAX_OFF
}
