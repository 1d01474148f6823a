import type { ValueKind } from '../decode/kinds'
import type { Piece } from './split-line'
import { sameRow } from './read-value'

/** Free text, which absorbs unrelated print beside or below it. */
const FREE: ReadonlySet<ValueKind> = new Set(['text', 'addr'])
/** In line heights: how much shorter than the next line a wrapped line may be. */
const SHORTER = 0.8

/** Right edge and height of each row of pieces in reading order. */
function rowsOf(pieces: readonly Piece[]): { readonly right: number; readonly height: number }[] {
  const rows: Piece[][] = []
  for (const piece of pieces) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && sameRow(first.rect, piece.rect)) row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => ({
    right: Math.max(...row.map(({ rect }) => rect.right)),
    height: Math.min(...row.map(({ rect }) => rect.bottom - rect.top)),
  }))
}

/**
 * Whether free text may include unrelated print: several pieces in a row, or a line below one with room left.
 *
 * @param pieces in reading order
 */
export function mayHoldOtherText({ kind }: { readonly kind: ValueKind }, pieces: readonly Piece[]): boolean {
  if (!FREE.has(kind)) return false
  const rows = rowsOf(pieces)
  return (
    rows.length < pieces.length ||
    rows.some(({ right, height }, i) => right < (rows[i + 1]?.right ?? right) - SHORTER * height)
  )
}
