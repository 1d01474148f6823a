import { text } from '../strings/index'
import { FIELDS, type FieldKey, type LicensePage, PAGES, type VehicleLicense } from './fields'
import type { Recognition } from './recognition'
import type { Review } from './review'
import { knownWarnings, type WarningCode } from './warnings'

/** What a picture shows, as far as the person says. */
export type PictureContent = LicensePage | 'both'

/** What was read in one picture of a license. */
export interface PictureReading {
  readonly page?: PictureContent
  /** What was wrong with its file. */
  readonly warnings?: readonly WarningCode[]
  readonly recognition: Recognition
}

/** What was read in all pictures of a license together. */
export interface Merged {
  readonly license: VehicleLicense
  /** What is wrong with any of the pictures. */
  readonly warnings: readonly WarningCode[]
  /** Which of the readings each value was taken from: its place among them. */
  readonly sources: Partial<Record<FieldKey, number>>
  /** Where two pictures bear different plate numbers for the same field: what the other one says. */
  readonly doubts: Review
}

const fieldsOf = (page: LicensePage) => FIELDS.filter((field) => field.page === page)

/** The readings, the one that knows most of a page first; what the person says decides between equals. */
function byKnowledge(readings: readonly PictureReading[], page: LicensePage): PictureReading[] {
  const known = ({ recognition }: PictureReading) => fieldsOf(page).filter(({ key }) => recognition.license[key]).length
  const declared = (reading: PictureReading) => Number(reading.page === page)
  return [...readings].sort((a, b) => known(b) - known(a) || declared(b) - declared(a))
}

/** What is read for a field, best reading first, each value once. */
const valuesOf = (readings: readonly PictureReading[], key: FieldKey): string[] => [
  ...new Set(readings.flatMap(({ recognition }) => recognition.license[key] ?? []).filter(Boolean)),
]

/**
 * Merges what was read in the pictures of one license, given in any order. Each page is taken from the picture in
 * which most of it was read; what that one lacks is filled in from the others. Plate numbers that differ are doubts:
 * they may be of two vehicles.
 */
export function merge(readings: readonly PictureReading[]): Merged {
  const license: VehicleLicense = {}
  const sources: Merged['sources'] = {}
  const doubts: Review = {}
  for (const { page } of PAGES) {
    const ranked = byKnowledge(readings, page)
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
