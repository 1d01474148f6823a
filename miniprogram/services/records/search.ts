import type { Row } from './row'

/** Normalizes width and case; drops spaces and the dots in plates. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·•・.]/g, '')

/** Rows whose plate, owner, VIN or address contain every word of the query. */
export function search(rows: readonly Row[], query: string): readonly Row[] {
  const words = query.normalize('NFKC').split(/\s+/).map(comparable).filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter(({ plate, owner, vin, addr }) => {
    const values = [plate, owner, vin, addr].map(comparable)
    return words.every((word) => values.some((value) => value.includes(word)))
  })
}
