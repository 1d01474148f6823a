import { middleOf } from '../../../../miniprogram/image/rect'
import type { Field, FieldKey } from '../../../../miniprogram/vehicle-license/fields'
import type { PlacedPiece } from './pieces'
import { sameRow } from './read-value'

/** Fields whose values run over two lines, of which the row of the label is the middle. */
const LONG: ReadonlySet<string> = new Set(['owner', 'addr', 'remark'] satisfies FieldKey[])
/** mm off its row: a value of one line stands nearer to it, the lines of two stand farther away. */
const OFF = 1.2

/**
 * Whether a value of one line stands where one of two would: the other one was not seen.
 *
 * @param row mm; where values of one line stand beside this label
 */
export function missesLine({ key }: Field, pieces: readonly PlacedPiece[], row: number): boolean {
  const [first] = pieces
  if (!first || !LONG.has(key)) return false
  return pieces.every(({ rect }) => sameRow(rect, first.rect)) && Math.abs(middleOf(first.rect).y - row) > OFF
}
