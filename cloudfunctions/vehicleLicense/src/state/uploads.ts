import { randomUUID } from 'node:crypto'
import { COLLECTIONS, type Expiring } from './collections'
import { command, openStore } from './store'

export interface UploadRecord extends Expiring {
  readonly fileID: string
}

/** ms after which a recorded picture counts as left by a crash; no function runs this long */
export const ABANDONED_MS = 10 * 60 * 1000

const store = openStore<UploadRecord>(COLLECTIONS.uploads.name)
/** Ids of records whose pictures are deleted. */
const done = new Set<string>()

/**
 * Records a picture, so that the sweep deletes it if this process crashes. Also removes the records of pictures that this
 * instance has deleted, which keeps that off the path of a waiting caller.
 *
 * @returns the record's id
 */
export async function recordUpload(fileID: string): Promise<string> {
  const record = randomUUID()
  const deleted = [...done]
  const removeRecords = async (): Promise<void> => {
    await store.remove({ _id: command.in(deleted) })
    for (const id of deleted) done.delete(id)
  }
  await Promise.all([
    store.insert(record, { fileID, expireAt: Date.now() + ABANDONED_MS }),
    deleted.length > 0 ? removeRecords() : undefined,
  ])
  return record
}

/** Marks a record for removal after its picture was deleted. */
export const forgetUpload = (record: string): void => void done.add(record)
