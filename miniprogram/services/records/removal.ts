import { allFilesOf, type LicenseRecord } from './license-record'
import { deleteFiles } from '../platform/files'
import { namespaced } from '../platform/namespace'
import { allRows, drop, readKey } from './store'

/** How long a person may take back that they confirmed or removed a record. ms */
export const UNDO_MS = 10_000

/** The ids of records that were removed and may still be taken back: the next start removes them for good. */
const KEY = namespaced('license-removed')

const waiting = new Map<string, ReturnType<typeof setTimeout>>()

function keepWaiting(): void {
  try {
    if (waiting.size > 0) wx.setStorageSync(KEY, [...waiting.keys()])
    else wx.removeStorageSync(KEY)
  } catch {
    // Without room for it, a record that was removed is there again if the app is killed now: nothing is lost.
  }
}

/** Whether it is to be removed for good in a moment. */
export const isRemoved = (id: string): boolean => waiting.has(id)

async function removeForGood(ids: readonly string[]): Promise<void> {
  const pictures = allRows().flatMap((row) => (ids.includes(row.id) ? row.pictures : []))
  ids.forEach(drop)
  await deleteFiles(pictures)
}

/** Removes a record and its pictures, for good. */
export async function removeRecord(record: LicenseRecord): Promise<void> {
  drop(record.id)
  await deleteFiles(allFilesOf(record))
}

/** Removes a record, to be taken back within `UNDO_MS`; `onOver` is told when that is over. */
export function removeSoon(id: string, onOver: () => void = () => undefined): void {
  if (waiting.has(id)) return
  const over = () => {
    waiting.delete(id)
    keepWaiting()
    void removeForGood([id])
    onOver()
  }
  waiting.set(id, setTimeout(over, UNDO_MS))
  keepWaiting()
}

/** How many may still be taken back. */
export const countRemoved = (): number => waiting.size

function stopWaiting(): void {
  waiting.forEach(clearTimeout)
  waiting.clear()
}

/** Takes back whatever was removed a moment ago. */
export function undoRemovals(): void {
  stopWaiting()
  keepWaiting()
}

/** At the start of the app: removes for good what was removed before it was killed. */
export async function finishRemovals(): Promise<void> {
  stopWaiting()
  const ids: unknown = readKey(KEY)
  if (!Array.isArray(ids)) return
  const done = removeForGood(ids.filter((id): id is string => typeof id === 'string'))
  keepWaiting()
  await done
}
