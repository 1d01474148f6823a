import type { ValueKind } from '../decode/kinds'
import type { Piece } from './parts'
import { sameRow } from './read-value'

/** Kinds that may hold anything: what is beside them, or below, is taken for a part of them. */
const FREE: ReadonlySet<ValueKind> = new Set(['text', 'addr'])
/** In heights of a line: a text goes on in the next one only where the first reaches as far to the right, about. */
const SHORTER = 0.8

/** The right ends of the rows of pieces in reading order, and how high these are. */
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
 * Whether a value of any words may hold another text: it was found in several pieces of one row, or goes on below a line
 * that had room for more.
 *
 * @param pieces in reading order
 */
export function mayHoldAnother({ kind }: { readonly kind: ValueKind }, pieces: readonly Piece[]): boolean {
  if (!FREE.has(kind)) return false
  const rows = rowsOf(pieces)
  return (
    rows.length < pieces.length ||
    rows.some(({ right, height }, i) => right < (rows[i + 1]?.right ?? right) - SHORTER * height)
  )
}
