import { deleteFiles } from '../../services/platform/files'
import { isDone, type Row } from '../../services/records/row'
import { drop, isUnsaved, retry } from '../../services/records/store'

/** What may be removed to make room: what is confirmed first, and of that those with pictures: they take most. */
export function removable(rows: readonly Row[]): Row[] {
  const rank = (row: Row): number => Number(!isDone(row)) * 2 + Number(row.pictures.length === 0)
  return [...rows].sort((a, b) => rank(a) - rank(b) || a.at - b.at)
}

/** Removes records and their pictures for good, and keeps what there was no room for. Returns whether there is now. */
export async function makeRoom(rows: readonly Row[]): Promise<boolean> {
  rows.forEach(({ id }) => drop(id))
  await deleteFiles(rows.flatMap(({ pictures }) => pictures))
  return retry() && !isUnsaved()
}

/** What the storage of records holds and may hold, in MB with a place after the point. */
export async function usedRoom(): Promise<{ used: string; limit: string }> {
  const { currentSize, limitSize } = await wx.getStorageInfo()
  const megabytes = (kilobytes: number) => (kilobytes / 1024).toFixed(1)
  return { used: megabytes(currentSize), limit: megabytes(limitSize) }
}
