import type { FieldKey } from '../../../../miniprogram/vehicle-license/fields'
import { middleOf, type Rect } from '../pixels/geometry'
import { inReadingOrder, readValue, type Reading } from './read-value'
import type { PlacedPiece } from './pieces'

/** The field that no label announces: the seal says it. */
export const SEAL_KEY: FieldKey = 'issueAuthority'

/** The seal is square, its text in short rows. */
const ROW = /^\p{Script=Han}{2,8}$/u
/** How the name of an authority that registers vehicles ends: of a seal read in part, nothing is made. */
const AUTHORITY = /(公安|交通|交警|车辆管理|车管).*[局队所处]$/

const within = ({ x, y }: { x: number; y: number }, rect: Rect): boolean =>
  x > rect.left && x < rect.right && y > rect.top && y < rect.bottom

/**
 * Reads the issuing authority from the seal: text on the form that no label claims.
 *
 * @param place mm; where the seal stands on its page
 */
export function readSeal(unclaimed: readonly PlacedPiece[], place: Rect): Reading | undefined {
  const rows = inReadingOrder(unclaimed.filter(({ text, rect }) => ROW.test(text) && within(middleOf(rect), place)))
  const reading = readValue(
    'text',
    rows.map(({ line }) => line),
  )
  return reading && AUTHORITY.test(reading.text) ? reading : undefined
}
