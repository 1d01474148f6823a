import type { LicenseRecord } from './license-record'
import { exported } from './exported'

/** A JSON array; times in ISO 8601, UTC. */
export const toJson = (records: readonly LicenseRecord[]): string =>
  JSON.stringify(
    records.map(exported).map(({ license, confirmedAt, engine, edited }) => ({
      license,
      confirmedAt: confirmedAt === undefined ? null : new Date(confirmedAt).toISOString(),
      engine: engine ?? null,
      edited,
    })),
    null,
    2,
  )
