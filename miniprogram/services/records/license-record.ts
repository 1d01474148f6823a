import { contentOf } from '../../vehicle-license/content'
import { FIELDS, type LicensePage, otherPage, type VehicleLicense } from '../../vehicle-license/fields'
import { merge, type Merged, type PictureContent, type PictureReading } from '../../vehicle-license/merge'
import type { EngineName, Reading, Recognition, RecognitionType } from '../../vehicle-license/recognition'
import type { WarningCode } from '../../vehicle-license/warnings'
import type { SentPicture } from '../back-ends/back-end'
import type { Edit } from '../pictures/edit'

/** A license has two pages, on one picture or on one each. */
export const MAX_PICTURES = 2

/** A picture in a record, and its recognition. */
export interface LicensePicture extends SentPicture {
  /** What the person says it shows; absent if unknown. See {@link pageOf}. */
  readonly page?: PictureContent
  /** Path of the original, if it is another file: it can be edited again. */
  readonly original?: string
  readonly edit?: Edit
  /** Problems of the original's file. */
  readonly warnings?: readonly WarningCode[]
  readonly recognition?: Recognition
  readonly engine?: EngineName
}

/** A picture that a person took or chose, before it is compressed. */
export interface NewPicture {
  readonly path: string
  readonly type: RecognitionType
  readonly edit?: Edit
  /** What the person says it shows; absent if unknown. */
  readonly page?: PictureContent
}

/** New pictures, until they are compressed and moved into `pictures`. Their files are permanent already. */
export interface Intake {
  /** Next: the person reviews them, or they are compressed. */
  readonly at: 'review' | 'prepare'
  readonly by: 'camera' | 'album'
  readonly taken: readonly NewPicture[]
  /** Paths of the record's pictures that they replace. */
  readonly replaces: readonly string[]
}

/** The step before the form. The next start of the app resumes it. */
export type FlowStep =
  | Intake
  /** One page is done; the other one may be taken. */
  | { readonly at: 'other' }
  /** A picture is being edited. */
  | { readonly at: 'edit'; readonly path: string; readonly type: RecognitionType; readonly edit: Edit }

export interface Confirmed {
  /** ms since 1970 */
  readonly at: number
  readonly license: VehicleLicense
  /** As recognized, before any typing. */
  readonly read: VehicleLicense
  readonly engine?: EngineName
}

/**
 * A license on the phone, from the shot until the record is removed. If a confirmed license is edited, `typed` holds the
 * changes until they are confirmed or discarded.
 */
export interface LicenseRecord {
  readonly id: string
  /** ms since 1970 */
  readonly createdAt: number
  /** At most two, the main page first. Empty if filled in by hand; mostly deleted after the confirmation. */
  readonly pictures: readonly LicensePicture[]
  /** Overrides recognized and confirmed values. */
  readonly typed: VehicleLicense
  /** Values that were flagged for checking, and which the person accepted. */
  readonly accepted: VehicleLicense
  readonly confirmed?: Confirmed
  /** Whether the pictures stay after the confirmation. */
  readonly keepsPictures?: boolean
  /** Absent: the form. */
  readonly step?: FlowStep | undefined
}

export const intakeOf = ({ step }: LicenseRecord): Intake | undefined =>
  step?.at === 'review' || step?.at === 'prepare' ? step : undefined

export const filesOf = ({ path, original }: LicensePicture): string[] =>
  original === undefined ? [path] : [path, original]

/** Includes the files of new pictures. */
export const allFilesOf = (record: LicenseRecord): string[] => [
  ...record.pictures.flatMap(filesOf),
  ...(intakeOf(record)?.taken ?? []).map(({ path }) => path),
]

/** The recognition has priority over what the person says. */
export const pageOf = ({ recognition, page }: LicensePicture): PictureContent | undefined =>
  (recognition && contentOf(recognition)) ?? page

export const withReading = (record: LicenseRecord, path: string, reading: Reading): LicenseRecord => ({
  ...record,
  pictures: record.pictures.map((picture) =>
    picture.path === path
      ? { ...picture, recognition: reading.recognition, ...(reading.engine && { engine: reading.engine }) }
      : picture,
  ),
})

export const readingOf = ({ pictures }: LicenseRecord): Merged =>
  merge(pictures.filter((picture): picture is LicensePicture & PictureReading => picture.recognition !== undefined))

/** Values as recognized, also from deleted pictures. */
export const readOf = (record: LicenseRecord): VehicleLicense => ({
  ...readingOf(record).license,
  ...record.confirmed?.read,
})

/** Current values: typed over confirmed over recognized. */
export const licenseOf = (record: LicenseRecord): VehicleLicense => ({
  ...readingOf(record).license,
  ...record.confirmed?.license,
  ...record.typed,
})

/** Whether a confirmed license has unconfirmed changes. */
export function isDraft(record: LicenseRecord): boolean {
  const { confirmed } = record
  if (!confirmed) return false
  const license = licenseOf(record)
  return FIELDS.some(({ key }) => license[key] !== undefined && license[key] !== (confirmed.license[key] ?? ''))
}

export const engineOf = ({ pictures, confirmed }: LicenseRecord): EngineName | undefined =>
  pictures.find(({ engine }) => engine !== undefined)?.engine ?? confirmed?.engine

/** Undefined if no page is missing, or if it is unknown which one. */
export function missingPage([picture, ...more]: readonly LicensePicture[]): LicensePage | undefined {
  if (!picture || more.length > 0) return undefined
  const page = pageOf(picture)
  return page === undefined || page === 'both' ? undefined : otherPage(page)
}
