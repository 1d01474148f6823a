import { settleRecord } from './changes'
import { getRecord } from './lists'
import { finishRemovals } from './removal'
import { allRows, forget } from './store'

/**
 * Call once when the app starts. Completes what could still be undone when it ended: deletes removed records, and the
 * pictures of confirmed ones.
 */
export async function startRecords(): Promise<void> {
  forget()
  await finishRemovals()
  for (const { id, isUnsettled } of allRows()) {
    const record = isUnsettled && getRecord(id)
    // Storage is full: the pictures stay until the next start.
    if (record) await settleRecord(record).catch(() => undefined)
  }
}
