import type { Json } from '../../vehicle-license/json'

/**
 * The forms that a record was ever kept in, told from each other by their members:
 *
 * | members                                       | since                                          |
 * | --------------------------------------------- | ---------------------------------------------- |
 * | `photo? type recognition? typed confirmedAt?` | the start; without `createdAt` at first        |
 * | `pictures typed confirmedAt?`                 | a record may hold a picture of each page       |
 * | `pictures typed accepted confirmed?`          | a confirmed one may be edited as a draft: today |
 */
export const migrateRecord = (kept: Json): Json => withConfirmed(withPictures(kept))

function withPictures(kept: Json): Json {
  if ('pictures' in kept || !('type' in kept)) return kept
  const { photo, type, recognition, ...record } = kept
  return { ...record, pictures: photo === undefined ? [] : [{ path: photo, type, recognition }] }
}

/** What was confirmed stood in `typed`. */
function withConfirmed(kept: Json): Json {
  if ('accepted' in kept || 'confirmed' in kept) return kept
  const { confirmedAt, typed, ...record } = kept
  if (confirmedAt === undefined) return kept
  return { ...record, typed: {}, confirmed: { at: confirmedAt, license: typed, read: {} } }
}
