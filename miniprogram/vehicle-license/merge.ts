import { text } from '../strings/index'
import { FIELDS, type FieldKey, type LicensePage, PAGES, type VehicleLicense } from './fields'
import type { Recognition } from './recognition'
import type { Review } from './review'
import { knownWarnings, type WarningCode } from './warnings'

/** Which pages a picture shows. */
export type PictureContent = LicensePage | 'both'

export const isPictureContent = (value: unknown): value is PictureContent =>
  value === 'main' || value === 'duplicate' || value === 'both'

/** The recognition of one picture. */
export interface PictureReading {
  readonly page?: PictureContent
  /** Problems of its file. */
  readonly warnings?: readonly WarningCode[]
  readonly recognition: Recognition
}

/** The recognitions of all pictures of a license, merged. */
export interface Merged {
  readonly license: VehicleLicense
  /** Of all pictures, without duplicates. */
  readonly warnings: readonly WarningCode[]
  /** Index of the reading that each value came from. */
  readonly sources: Partial<Record<FieldKey, number>>
  /** Plate numbers that differ between pictures: the text names the other one. */
  readonly doubts: Review
}

const fieldsOf = (page: LicensePage) => FIELDS.filter((field) => field.page === page)

/** Most fields of the page first; the page that the person named breaks ties. */
function byCompleteness(readings: readonly PictureReading[], page: LicensePage): PictureReading[] {
  const count = ({ recognition }: PictureReading) => fieldsOf(page).filter(({ key }) => recognition.license[key]).length
  const declared = (reading: PictureReading) => Number(reading.page === page)
  return [...readings].sort((a, b) => count(b) - count(a) || declared(b) - declared(a))
}

/** Distinct values of a field, best reading first. */
const valuesOf = (readings: readonly PictureReading[], key: FieldKey): string[] => [
  ...new Set(readings.flatMap(({ recognition }) => recognition.license[key] ?? []).filter(Boolean)),
]

/**
 * Merges the readings of one license, in any order. Each page comes from the picture with most of its fields; the others
 * fill the gaps. Plate numbers that differ are reported as doubts: the pictures may show two vehicles.
 */
export function merge(readings: readonly PictureReading[]): Merged {
  const license: VehicleLicense = {}
  const sources: Merged['sources'] = {}
  const doubts: Review = {}
  for (const page of PAGES) {
    const ranked = byCompleteness(readings, page)
    for (const { key, kind } of fieldsOf(page)) {
      const [value, other] = valuesOf(ranked, key)
      if (value !== undefined) {
        license[key] = value
        sources[key] = readings.findIndex((reading) => reading === ranked.find((one) => one.recognition.license[key]))
      }
      if (kind === 'plate' && other !== undefined) doubts[key] = text(({ checks }) => checks.otherPicture(other))
    }
  }
  return {
    license,
    sources,
    warnings: knownWarnings(
      readings.flatMap(({ warnings = [], recognition }) => [...warnings, ...(recognition.warnings ?? [])]),
    ),
    doubts,
  }
}
