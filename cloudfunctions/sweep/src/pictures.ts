import { deleteFiles } from '../../vehicleLicense/src/cloud'
import { COLLECTIONS } from '../../vehicleLicense/src/state/collections'
import { command, openStore } from '../../vehicleLicense/src/state/store'
import { ABANDONED_MS, type UploadRecord } from '../../vehicleLicense/src/state/uploads'

/** Per run; the next run sweeps the rest. */
const MAX_PICTURES = 500

const store = openStore<UploadRecord>(COLLECTIONS.uploads.name)

export interface SweptPictures {
  /** Deleted, by anyone. */
  readonly gone: number
  /** Failed to delete; retried later. */
  readonly left: number
}

/** Deletes abandoned pictures and their records. */
export async function sweepPictures(): Promise<SweptPictures> {
  const found = await store.list({ expireAt: command.lte(Date.now()) }, MAX_PICTURES)
  const gone = new Set(await deleteFiles([...new Set(found.map(({ fileID }) => fileID))]))
  const idsOf = (isGone: boolean): string[] =>
    found.filter(({ fileID }) => gone.has(fileID) === isGone).map(({ _id }) => _id)

  const [done, left] = [idsOf(true), idsOf(false)]
  if (done.length > 0) await store.remove({ _id: command.in(done) })
  // Moved to the end of the queue, so that they do not block others.
  if (left.length > 0) await store.update({ _id: command.in(left) }, { expireAt: Date.now() + ABANDONED_MS })
  return { gone: done.length, left: left.length }
}
