import type { LicenseRecord } from './license-record'
import { isRemoved } from './removal'
import { inOrder, type Row } from './row'
import { allRows, read, retry, writeIndex } from './store'

/** A record by its id; nothing for one that is gone, or damaged: see {@link getDamaged}. */
export function getRecord(id: string): LicenseRecord | undefined {
  const found = isRemoved(id) ? undefined : read(id)
  return found && !found.isDamaged ? found.record : undefined
}

/** What can be read of a damaged record. */
export function getDamaged(id: string): LicenseRecord | undefined {
  const found = isRemoved(id) ? undefined : read(id)
  return found?.isDamaged ? found.record : undefined
}

/** What lists show of all records, in their order: what is left to do first, then what is confirmed, newest first. */
export function listRows(): Row[] {
  // Whatever made room meanwhile, a person comes by here before they leave.
  retry()
  writeIndex()
  return inOrder(allRows().filter(({ id }) => !isRemoved(id)))
}

/** All records that are whole, newest first. Reads each that was not read yet: lists need no more than their rows. */
export const listRecords = (): LicenseRecord[] =>
  listRows()
    .flatMap(({ id }) => getRecord(id) ?? [])
    .sort((a, b) => b.createdAt - a.createdAt)
