import { type FieldKey, FIELDS, type LicensePage } from '../../vehicle-license/fields'
import type { LicenseInReview } from '../../vehicle-license/field-status'
import { licenseOf, type LicenseRecord, type LicensePicture, readingOf, readOf } from './license-record'

/** Fields that an engine should have read in a picture: those of the pages that are in it, as far as it returns them. */
function expectedIn({ recognition, engine }: LicensePicture): FieldKey[] {
  if (!recognition) return []
  const isThere = (page: LicensePage): boolean =>
    recognition.cards[page] !== undefined ||
    FIELDS.some((field) => field.page === page && recognition.license[field.key])
  return FIELDS.flatMap(({ key, page, isReturned }) =>
    (isReturned || engine === 'embedded') && isThere(page) ? [key] : [],
  )
}

function confidenceOf(record: LicenseRecord): LicenseInReview['confidence'] {
  const read = record.pictures.flatMap(({ recognition }) => recognition ?? [])
  const { sources } = readingOf(record)
  return Object.fromEntries(
    FIELDS.flatMap(({ key }) => {
      const evidence = read[sources[key] ?? -1]?.evidence?.[key]
      return evidence ? [[key, evidence.confidence]] : []
    }),
  )
}

/** What is known of a record. What was confirmed is as good as typed: a person looked at it. */
export function knownOf(record: LicenseRecord): LicenseInReview {
  return {
    license: licenseOf(record),
    read: readOf(record),
    typed: { ...record.confirmed?.license, ...record.typed },
    accepted: record.accepted,
    confidence: confidenceOf(record),
    doubts: readingOf(record).doubts,
    expected: new Set(record.pictures.flatMap(expectedIn)),
  }
}
