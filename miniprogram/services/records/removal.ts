import { allFilesOf, type LicenseRecord } from './license-record'
import { deleteFiles } from '../platform/files'
import { namespaced } from '../platform/namespace'
import { allRows, drop, readKey } from './store'

/** How long confirming or removing a record can be undone. */
export const UNDO_MS = 10_000

/** IDs of records whose removal can still be undone. The next start of the app deletes them. */
const KEY = namespaced('license-removed')

const pending = new Map<string, ReturnType<typeof setTimeout>>()

function savePending(): void {
  try {
    if (pending.size > 0) wx.setStorageSync(KEY, [...pending.keys()])
    else wx.removeStorageSync(KEY)
  } catch {
    // Storage is full: if the app is killed now, removed records reappear.
  }
}

export const isRemoved = (id: string): boolean => pending.has(id)

async function deleteForGood(ids: readonly string[]): Promise<void> {
  const pictures = allRows().flatMap((row) => (ids.includes(row.id) ? row.pictures : []))
  ids.forEach(drop)
  await deleteFiles(pictures)
}

/** Deletes a record and its pictures for good. */
export async function removeRecord(record: LicenseRecord): Promise<void> {
  drop(record.id)
  await deleteFiles(allFilesOf(record))
}

/** Removes a record. Can be undone for {@link UNDO_MS}; then calls `onExpired`. */
export function removeSoon(id: string, onExpired: () => void = () => undefined): void {
  if (pending.has(id)) return
  const expire = () => {
    pending.delete(id)
    savePending()
    void deleteForGood([id])
    onExpired()
  }
  pending.set(id, setTimeout(expire, UNDO_MS))
  savePending()
}

export const countRemoved = (): number => pending.size

function clearPending(): void {
  pending.forEach(clearTimeout)
  pending.clear()
}

export function undoRemovals(): void {
  clearPending()
  savePending()
}

/** Call at the start of the app: deletes what was removed before the app ended. */
export async function finishRemovals(): Promise<void> {
  clearPending()
  const ids: unknown = readKey(KEY)
  if (!Array.isArray(ids)) return
  const done = deleteForGood(ids.filter((id): id is string => typeof id === 'string'))
  savePending()
  await done
}
