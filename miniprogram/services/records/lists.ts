import type { LicenseRecord } from './license-record'
import { isRemoved } from './removal'
import { inOrder, type Row } from './row'
import { allRows, read, retry, writeIndex } from './store'

/** Undefined if removed or damaged; see {@link getDamaged}. */
export function getRecord(id: string): LicenseRecord | undefined {
  const found = isRemoved(id) ? undefined : read(id)
  return found && !found.isDamaged ? found.record : undefined
}

/** The readable part of a damaged record. */
export function getDamaged(id: string): LicenseRecord | undefined {
  const found = isRemoved(id) ? undefined : read(id)
  return found?.isDamaged ? found.record : undefined
}

/** Unfinished records first, then confirmed ones; each newest first. */
export function listRows(): Row[] {
  // A list is shown often enough to retry failed writes here.
  retry()
  writeIndex()
  return inOrder(allRows().filter(({ id }) => !isRemoved(id)))
}

/** All undamaged records, newest first. Slow: reads each record; lists need only {@link listRows}. */
export const listRecords = (): LicenseRecord[] =>
  listRows()
    .flatMap(({ id }) => getRecord(id) ?? [])
    .sort((a, b) => b.createdAt - a.createdAt)
