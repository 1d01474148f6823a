import { contentOf } from '../../vehicle-license/content'
import type { FieldKey, LicensePage, VehicleLicense } from '../../vehicle-license/fields'
import { merge, type Merged, type PictureContent, type PictureReading } from '../../vehicle-license/merge'
import type { EngineName, Reading, Recognition, RecognitionType } from '../../vehicle-license/recognition'
import type { WarningCode } from '../../vehicle-license/warnings'
import type { Edit } from '../pictures/compress/edit'

/** A license has two pages, on one picture or on one each. */
export const MAX_PICTURES = 2

/** A picture of a license, and what was read in it. */
export interface LicensePicture {
  /** Path of the JPEG that is sent. */
  readonly path: string
  readonly type: RecognitionType
  /** What it was taken for; absent where nobody has said. See {@link pageOf} */
  readonly page?: PictureContent
  /** The kept file that it was made of, where that is another one: it can be turned and cut anew. */
  readonly original?: string
  /** What was done to the original. */
  readonly edit?: Edit
  /** What was wrong with the file that it was made of. */
  readonly warnings?: readonly WarningCode[]
  readonly recognition?: Recognition
  /** Which engine read it. */
  readonly engine?: EngineName
}

/** A picture that a person took or chose. */
export interface NewPicture {
  readonly path: string
  readonly type: RecognitionType
  readonly edit?: Edit
  /** Absent where nobody has said what it shows: what is read in it tells. */
  readonly page?: PictureContent
}

/** Pictures on their way into a record; their files are kept from the moment on when they were taken. */
export interface Intake {
  /** To be looked at, or to be made ready to be sent. */
  readonly at: 'review' | 'prepare'
  readonly by: 'camera' | 'album'
  readonly taken: readonly NewPicture[]
  /** Paths of the record's pictures in whose place they come. */
  readonly replaces: readonly string[]
}

/** Where a person is on the way to the form: they come back to it, whatever ended the program. */
export type FlowStep =
  | Intake
  /** One page is there, and the other one may be taken. */
  | { readonly at: 'other' }
  /** A picture of the record is turned or cut. */
  | { readonly at: 'edit'; readonly path: string; readonly type: RecognitionType; readonly edit: Edit }

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
  readonly pictures: readonly LicensePicture[]
  /** What the person typed, over what was read or confirmed. */
  readonly typed: VehicleLicense
  /** Values that the person vouched for, though a check or the engine doubted them. */
  readonly accepted: VehicleLicense
  readonly confirmed?: Confirmed
  /** Whether the pictures stay once it is confirmed. */
  readonly keepsPictures?: boolean
  /** What is under way; absent where that is the form. */
  readonly step?: FlowStep | undefined
}

/** The pictures that are on their way into a record. */
export const intakeOf = ({ step }: LicenseRecord): Intake | undefined =>
  step?.at === 'review' || step?.at === 'prepare' ? step : undefined

/** Every file that a picture stands on. */
export const filesOf = ({ path, original }: LicensePicture): string[] =>
  original === undefined ? [path] : [path, original]

/** Every file of a record, those of pictures on their way among them. */
export const allFilesOf = (record: LicenseRecord): string[] => [
  ...record.pictures.flatMap(filesOf),
  ...(intakeOf(record)?.taken ?? []).map(({ path }) => path),
]

/** What a picture shows: what was read in it knows better than who took it. */
export const pageOf = ({ recognition, page }: LicensePicture): PictureContent | undefined =>
  (recognition && contentOf(recognition)) ?? page

/** A record with what was read in one of its pictures. */
export const withReading = (record: LicenseRecord, path: string, reading: Reading): LicenseRecord => ({
  ...record,
  pictures: record.pictures.map((picture) =>
    picture.path === path
      ? { ...picture, recognition: reading.recognition, ...(reading.engine && { engine: reading.engine }) }
      : picture,
  ),
})

/** What was read in all pictures together. */
export const readingOf = ({ pictures }: LicenseRecord): Merged =>
  merge(pictures.filter((picture): picture is LicensePicture & PictureReading => picture.recognition !== undefined))

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
export function missingPage([picture, ...more]: readonly LicensePicture[]): LicensePage | undefined {
  if (!picture || more.length > 0) return undefined
  const page = pageOf(picture)
  if (page === 'main') return 'duplicate'
  return page === 'duplicate' ? 'main' : undefined
}
