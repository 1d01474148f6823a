import type { Json } from '../../vehicle-license/json'

/**
 * Converts records of older versions. Their members tell the version:
 *
 * | members                                       | version                                      |
 * | --------------------------------------------- | -------------------------------------------- |
 * | `photo? type recognition? typed confirmedAt?` | 1; at first without `createdAt`              |
 * | `pictures typed confirmedAt?`                 | 2: one picture per page                      |
 * | `pictures typed accepted confirmed?`          | 3, current: confirmed licenses can be edited |
 */
export const migrateRecord = (stored: Json): Json => withConfirmed(withPictures(stored))

function withPictures(stored: Json): Json {
  if ('pictures' in stored || !('type' in stored)) return stored
  const { photo, type, recognition, ...record } = stored
  return { ...record, pictures: photo === undefined ? [] : [{ path: photo, type, recognition }] }
}

/** Confirmed values were in `typed`. */
function withConfirmed(stored: Json): Json {
  if ('accepted' in stored || 'confirmed' in stored) return stored
  const { confirmedAt, typed, ...record } = stored
  if (confirmedAt === undefined) return stored
  return { ...record, typed: {}, confirmed: { at: confirmedAt, license: typed, read: {} } }
}
