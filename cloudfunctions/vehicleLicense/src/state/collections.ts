/** The cloud database's collections: all that the functions keep, and what is to be found by. */
export const COLLECTIONS = {
  /** Calls of WeChat's OCR and requests, by day, minute and person's keyed hash. */
  counters: { name: 'vehicle_license_counters', indexes: ['expireAt'] },
  /** Answers given lately, sealed. */
  answers: { name: 'vehicle_license_answers', indexes: ['expireAt'] },
  /** Pictures that are being read, until they are deleted. */
  uploads: { name: 'vehicle_license_uploads', indexes: ['expireAt'] },
  /** The key of the persons' hashes. */
  keys: { name: 'vehicle_license_keys', indexes: [] },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly indexes: readonly string[] }>>

/** What the sweep goes by. */
export interface Expiring {
  /** ms since 1970 UTC */
  readonly expireAt: number
}
