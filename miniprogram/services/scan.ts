import { ERRORS } from '../vehicle-license/errors'
import type { LicensePage } from '../vehicle-license/fields'
import type { PictureContent } from '../vehicle-license/merge'
import type { RecognitionType } from '../vehicle-license/recognition'
import type { WarningCode } from '../vehicle-license/warnings'
import type { Cancellation } from './cancellation'
import { compress, type Edit } from './compress'
import { dropTemporaries } from './compress/temporary'
import { say } from './language'
import type { LicenseRecord, Picture } from './license-record'
import { toRecognitionError } from './platform-error'
import { createRecord, getRecord, newRecord, setPictures } from './records'

/** A picture that a person took or chose. */
export interface Taken {
  /** of a temporary file */
  readonly path: string
  readonly type: RecognitionType
  readonly edit?: Edit
  /** Absent where the person has not said what it shows: what is read in it tells. */
  readonly page?: PictureContent
}

type Share = (share: number) => void
const nobody: Share = () => undefined

/** Makes pictures ready to send, one after the other: two at a time are more than some phones' memory holds. */
async function prepare(photos: readonly Taken[], cancellation: Cancellation, onProgress: Share): Promise<Picture[]> {
  const ready: Picture[] = []
  for (const { path, type, edit, page } of photos) {
    const before = ready.length
    const warnings: WarningCode[] = []
    const watch = {
      cancellation,
      onProgress: (share: number) => onProgress((before + share) / photos.length),
      onWarning: (warning: WarningCode) => warnings.push(warning),
    }
    const compressed = await compress(path, edit, watch)
    ready.push({ path: compressed, type, ...(page && { page }), ...(warnings.length > 0 && { warnings }) })
    cancellation.throwIfCancelled()
  }
  return ready
}

/**
 * Makes pictures ready to send and puts them into a record, a new one without `id`. Of the pictures it had, those of
 * `stays` are kept.
 *
 * @throws RecognitionError of `compress`, `STORAGE_FULL`, or `CANCELLED`: they are in no record then
 */
export async function keepPhotos(
  photos: readonly Taken[],
  id: string | undefined,
  cancellation: Cancellation,
  onProgress: Share = nobody,
  stays: (picture: Picture) => boolean = () => false,
): Promise<LicenseRecord> {
  try {
    const ready = await prepare(photos, cancellation, onProgress)
    const record = (id === undefined ? undefined : getRecord(id)) ?? newRecord()
    return await setPictures(record, ready, record.pictures.filter(stays))
  } finally {
    await dropTemporaries()
  }
}

/**
 * Makes one or two pictures of a license ready to send, in either order, puts them into a record and opens the form:
 * a new record, or the one with `id` in the place of its pictures. `onProgress`: 0..1.
 *
 * @throws RecognitionError of `compress`, `STORAGE_FULL`, or `CANCELLED`: by then they are in no record, or wait at home
 */
export async function recordPhotos(
  photos: readonly Taken[],
  id: string | undefined,
  cancellation: Cancellation,
  onProgress: Share = nobody,
): Promise<void> {
  const record = await keepPhotos(photos, id, cancellation, onProgress)
  cancellation.throwIfCancelled()
  openConfirm(record)
}

/** Opens a page in place of this one, unless this is home: "back" always leads home, where the records are. */
function open(page: 'camera' | 'album' | 'confirm', query: Record<string, string | undefined>): void {
  const pairs = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
  const url = `/pages/${page}/index${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
  const isHome = getCurrentPages().length === 1
  void (isHome ? wx.navigateTo({ url }) : wx.redirectTo({ url }))
}

/** `id`: the record that the picture is taken again for; `page`: that page alone, the other picture stays. */
export const openCamera = (id?: string, page?: LicensePage): void => open('camera', { id, page })
export const openAlbum = (id?: string): void => open('album', { id })
export const openConfirm = ({ id }: Pick<LicenseRecord, 'id'>): void => open('confirm', { id })

/** The way on that is always there: the form without a picture, or the one that the picture was wanted for. */
export async function fillInByHand(id?: string): Promise<void> {
  try {
    openConfirm(id === undefined ? createRecord() : { id })
  } catch (error) {
    const content = say(ERRORS[toRecognitionError(error, 'STORAGE_FULL').code])
    await wx.showModal({ content, showCancel: false })
  }
}
