import { type FieldKey, FIELDS, type LicensePage } from '../../vehicle-license/fields'
import type { LicenseInReview } from '../../vehicle-license/field-status'
import { licenseOf, type LicenseRecord, type LicensePicture, readingOf, readOf } from './license-record'

/** Fields that the engine should have found: it returns them, and the picture shows their page. */
function expectedIn({ recognition, engine }: LicensePicture): FieldKey[] {
  if (!recognition) return []
  const isShown = (page: LicensePage): boolean =>
    recognition.cards[page] !== undefined ||
    FIELDS.some((field) => field.page === page && recognition.license[field.key])
  return FIELDS.flatMap(({ key, page, isReturned }) =>
    (isReturned || engine === 'embedded') && isShown(page) ? [key] : [],
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

/** Confirmed values count as typed: a person has checked them. */
export function licenseInReview(record: LicenseRecord): LicenseInReview {
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
