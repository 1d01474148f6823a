import { deleteFiles } from '../../vehicleLicense/src/cloud'
import { COLLECTIONS } from '../../vehicleLicense/src/state/collections'
import { command, openStore } from '../../vehicleLicense/src/state/store'
import { LEFT_BEHIND_MS, type UploadRecord } from '../../vehicleLicense/src/state/uploads'

/** Pictures in a run: what is left then is the next run's. */
const MAX_PICTURES = 500

const store = openStore<UploadRecord>(COLLECTIONS.uploads.name)

export interface SweptPictures {
  /** Gone by now, whoever deleted them. */
  readonly gone: number
  /** Not to be deleted this time: tried again later. */
  readonly left: number
}

/** Deletes the pictures that were left behind, with their records. */
export async function sweepPictures(): Promise<SweptPictures> {
  const found = await store.list({ expireAt: command.lte(Date.now()) }, MAX_PICTURES)
  const gone = new Set(await deleteFiles([...new Set(found.map(({ fileID }) => fileID))]))
  const idsOf = (isGone: boolean): string[] =>
    found.filter(({ fileID }) => gone.has(fileID) === isGone).map(({ _id }) => _id)

  const [done, left] = [idsOf(true), idsOf(false)]
  if (done.length > 0) await store.remove({ _id: command.in(done) })
  // Put behind the others, so that they do not stand in the way.
  if (left.length > 0) await store.update({ _id: command.in(left) }, { expireAt: Date.now() + LEFT_BEHIND_MS })
  return { gone: done.length, left: left.length }
}
