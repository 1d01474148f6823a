import { deleteFiles } from '../../services/platform/files'
import { isDone, type Row } from '../../services/records/row'
import { drop, isUnsaved, retry } from '../../services/records/store'

/** Confirmed records first; among them those with pictures, which are the largest. */
export function removable(rows: readonly Row[]): Row[] {
  const rank = (row: Row): number => Number(!isDone(row)) * 2 + Number(row.pictures.length === 0)
  return [...rows].sort((a, b) => rank(a) - rank(b) || a.at - b.at)
}

/** Deletes records for good and retries failed writes. @returns whether all is saved */
export async function makeRoom(rows: readonly Row[]): Promise<boolean> {
  rows.forEach(({ id }) => drop(id))
  await deleteFiles(rows.flatMap(({ pictures }) => pictures))
  return retry() && !isUnsaved()
}

/** MB with one decimal. */
export async function usedRoom(): Promise<{ used: string; limit: string }> {
  const { currentSize, limitSize } = await wx.getStorageInfo()
  const megabytes = (kilobytes: number) => (kilobytes / 1024).toFixed(1)
  return { used: megabytes(currentSize), limit: megabytes(limitSize) }
}
