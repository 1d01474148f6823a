import type { LicensePage, VehicleLicense } from '../vehicle-license/fields'
import { merge, type Merged, type PictureContent, type PictureReading } from '../vehicle-license/merge'
import type { Recognition, RecognitionType } from '../vehicle-license/recognition'
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
}

/** One license on its way: kept on the phone from the shot until it is removed, so that nothing is lost. */
export interface LicenseRecord {
  readonly id: string
  /** ms since 1970 */
  readonly createdAt: number
  /** One or two, the main page first; none when filled in by hand, or confirmed. */
  readonly pictures: readonly Picture[]
  /** What the person typed, over what was read. */
  readonly typed: VehicleLicense
  /** ms since 1970 */
  readonly confirmedAt?: number
}

/** What was read in all pictures together. */
export const readingOf = ({ pictures }: LicenseRecord): Merged =>
  merge(pictures.filter((picture): picture is Picture & PictureReading => picture.recognition !== undefined))

/** The values as they stand: typed over read. */
export const licenseOf = (record: LicenseRecord): VehicleLicense => ({ ...readingOf(record).license, ...record.typed })

/** The page that is missing beside the one that there is a picture of; none where nobody can tell. */
export function missingPage([picture, ...more]: readonly Pick<Picture, 'page'>[]): LicensePage | undefined {
  if (more.length > 0) return undefined
  if (picture?.page === 'main') return 'duplicate'
  return picture?.page === 'duplicate' ? 'main' : undefined
}

/** A record as it was kept when it had one picture at most. */
interface FormerRecord extends Omit<LicenseRecord, 'pictures'> {
  readonly photo?: string
  readonly type: RecognitionType
  readonly recognition?: Recognition
}

/** A record of the storage, as it is kept today. */
export function upgrade(kept: LicenseRecord | FormerRecord): LicenseRecord {
  if ('pictures' in kept) return kept
  const { photo, type, recognition, ...record } = kept
  return {
    ...record,
    pictures: photo === undefined ? [] : [{ path: photo, type, ...(recognition && { recognition }) }],
  }
}
