import type { LicenseRecord } from '../records/license-record'
import { getRecord, saveRecord, settleRecord, UNDO_MS, type Update } from '../records/index'

/** That a license was confirmed, while it can be taken back; after that its pictures go, unless they are to stay. */
export class UndoConfirm {
  private readonly timer: ReturnType<typeof setTimeout>

  /**
   * @param before the record as it was
   * @param confirmed ID of what it became: another record's where that was updated
   * @param update how it came into another record
   * @param onOver told with the record, once it cannot be taken back any more
   */
  constructor(
    private readonly before: LicenseRecord,
    private readonly confirmed: string,
    private readonly update: Update | undefined,
    private readonly onOver: (record: LicenseRecord | undefined) => void,
  ) {
    this.timer = setTimeout(() => void this.settle(), UNDO_MS)
  }

  /**
   * Takes it back: returns the record as it was.
   *
   * @throws RecognitionError `STORAGE_FULL`
   */
  take(): LicenseRecord {
    clearTimeout(this.timer)
    this.update?.undo()
    saveRecord(this.before)
    return this.before
  }

  private async settle(): Promise<void> {
    // Not as this form knows it: it may have been changed in another one since, or removed.
    const newest = getRecord(this.confirmed)
    try {
      await this.update?.settle()
      this.onOver(newest && (await settleRecord(newest)))
    } catch {
      // Without room for what is to be written, the pictures stay until the next start.
      this.onOver(newest)
    }
  }
}
