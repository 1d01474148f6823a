import type { FieldKey, LicensePage, VehicleLicense } from '../vehicle-license/fields'
import { merge, type Merged, type PictureContent, type PictureReading } from '../vehicle-license/merge'
import type { EngineName, Recognition, RecognitionType } from '../vehicle-license/recognition'
import type { WarningCode } from '../vehicle-license/warnings'

/** A picture of a license, and what was read in it. */
export interface Picture {
  /** Path of the JPEG that is sent. */
  readonly path: string
  readonly type: RecognitionType
  /** Absent where nobody has said what it shows. */
  readonly page?: PictureContent
  /** What was wrong with the file that it was made of. */
  readonly warnings?: readonly WarningCode[]
  readonly recognition?: Recognition
  /** Which engine read it. */
  readonly engine?: EngineName
}

/** What a person confirmed. */
export interface Confirmed {
  /** ms since 1970 */
  readonly at: number
  readonly license: VehicleLicense
  /** As it was read, before anything was typed over it. */
  readonly read: VehicleLicense
  readonly engine?: EngineName
}

/**
 * One license, kept on the phone from the shot until it is removed, so that nothing is lost. A confirmed one that is
 * edited again has what was confirmed and, beside it, what was typed since: a draft, to be confirmed or dropped.
 */
export interface LicenseRecord {
  readonly id: string
  /** ms since 1970 */
  readonly createdAt: number
  /** One or two, the main page first; none when filled in by hand, or some time after it was confirmed. */
  readonly pictures: readonly Picture[]
  /** What the person typed, over what was read or confirmed. */
  readonly typed: VehicleLicense
  /** Values that the person vouched for, though a check or the engine doubted them. */
  readonly accepted: VehicleLicense
  readonly confirmed?: Confirmed
  /** Whether the pictures stay once it is confirmed. */
  readonly keepsPictures?: boolean
}

/** What was read in all pictures together. */
export const readingOf = ({ pictures }: LicenseRecord): Merged =>
  merge(pictures.filter((picture): picture is Picture & PictureReading => picture.recognition !== undefined))

/** The values as they were read, before anything was typed; those of pictures that are gone, too. */
export const readOf = (record: LicenseRecord): VehicleLicense => ({
  ...readingOf(record).license,
  ...record.confirmed?.read,
})

/** The values as they stand: typed over confirmed over read. */
export const licenseOf = (record: LicenseRecord): VehicleLicense => ({
  ...readingOf(record).license,
  ...record.confirmed?.license,
  ...record.typed,
})

/** Whether there is something in a confirmed record that was not confirmed. */
export function isDraft(record: LicenseRecord): boolean {
  const { confirmed } = record
  if (!confirmed) return false
  return Object.entries(licenseOf(record)).some(([key, value]) => value !== (confirmed.license[key as FieldKey] ?? ''))
}

/** The engine that read the license, or most of it. */
export const engineOf = ({ pictures, confirmed }: LicenseRecord): EngineName | undefined =>
  pictures.find(({ engine }) => engine !== undefined)?.engine ?? confirmed?.engine

/** The page that is missing beside the one that there is a picture of; none where nobody can tell. */
export function missingPage([picture, ...more]: readonly Pick<Picture, 'page'>[]): LicensePage | undefined {
  if (more.length > 0) return undefined
  if (picture?.page === 'main') return 'duplicate'
  return picture?.page === 'duplicate' ? 'main' : undefined
}
