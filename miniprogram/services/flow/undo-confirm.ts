import type { LicenseRecord } from '../records/license-record'
import { getRecord, saveRecord, settleRecord, UNDO_MS, type Update } from '../records/index'

/** Lets a person undo a confirmation for {@link UNDO_MS}. Then deletes the pictures, unless they are to be kept. */
export class UndoConfirm {
  private readonly timer: ReturnType<typeof setTimeout>

  /**
   * @param before the record before the confirmation
   * @param confirmedId the record itself, or the existing one that it updated
   * @param onExpired gets the record as it is then
   */
  constructor(
    private readonly before: LicenseRecord,
    private readonly confirmedId: string,
    private readonly update: Update | undefined,
    private readonly onExpired: (record: LicenseRecord | undefined) => void,
  ) {
    this.timer = setTimeout(() => void this.settle(), UNDO_MS)
  }

  /**
   * @throws RecognitionError `STORAGE_FULL`
   */
  undo(): LicenseRecord {
    clearTimeout(this.timer)
    this.update?.undo()
    saveRecord(this.before)
    return this.before
  }

  private async settle(): Promise<void> {
    // It may have been changed elsewhere, or removed.
    const latest = getRecord(this.confirmedId)
    try {
      await this.update?.settle()
      this.onExpired(latest && (await settleRecord(latest)))
    } catch {
      // Storage is full: the pictures stay until the next start of the app.
      this.onExpired(latest)
    }
  }
}
