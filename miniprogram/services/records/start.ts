import { settleRecord } from './changes'
import { getRecord } from './lists'
import { finishRemovals } from './removal'
import { allRows, forget } from './store'

/**
 * To be called once, when the app starts. Ends what was to be taken back when it was killed: records that were removed
 * go for good, and so do the pictures of those that were confirmed.
 */
export async function startRecords(): Promise<void> {
  forget()
  await finishRemovals()
  for (const { id, isUnsettled } of allRows()) {
    const record = isUnsettled && getRecord(id)
    // Without room for what is to be written, the pictures stay until the next start.
    if (record) await settleRecord(record).catch(() => undefined)
  }
}
