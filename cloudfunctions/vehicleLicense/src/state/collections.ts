/** The cloud database's collections and their indexes. */
export const COLLECTIONS = {
  /** Counts of requests and of calls of WeChat's OCR. */
  counters: { name: 'vehicle_license_counters', indexes: ['expireAt'] },
  /** Recent answers, encrypted. */
  answers: { name: 'vehicle_license_answers', indexes: ['expireAt'] },
  /** Pictures not yet deleted. */
  uploads: { name: 'vehicle_license_uploads', indexes: ['expireAt'] },
  /** The key for hashing persons. */
  keys: { name: 'vehicle_license_keys', indexes: [] },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly indexes: readonly string[] }>>

/** A document that the sweep removes. */
export interface Expiring {
  /** ms since 1970 UTC */
  readonly expireAt: number
}
