import { randomUUID } from 'node:crypto'
import { COLLECTIONS, type Expiring } from './collections'
import { command, openStore } from './store'

export interface UploadRecord extends Expiring {
  readonly fileID: string
}

/** No function runs so long: what is recorded for longer was left behind by a crash. */
export const LEFT_BEHIND_MS = 10 * 60 * 1000

const store = openStore<UploadRecord>(COLLECTIONS.uploads.name)
/** Records of pictures that are deleted. */
const done = new Set<string>()

/**
 * Records a picture, so that the sweep finds it should this process not live to delete it. What this instance has
 * deleted before is unrecorded with it: never while anybody waits, and never before the picture is gone.
 *
 * @returns the record
 */
export async function recordUpload(fileID: string): Promise<string> {
  const record = randomUUID()
  const former = [...done]
  const unrecord = async (): Promise<void> => {
    await store.remove({ _id: command.in(former) })
    for (const id of former) done.delete(id)
  }
  await Promise.all([
    store.insert(record, { fileID, expireAt: Date.now() + LEFT_BEHIND_MS }),
    former.length > 0 ? unrecord() : undefined,
  ])
  return record
}

/** For a picture that is deleted: its record goes with the next one's making, or with the sweep. */
export const forgetUpload = (record: string): void => void done.add(record)
