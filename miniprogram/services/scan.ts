import type { RecognitionType } from '../vehicle-license/recognition'
import { ERRORS } from '../vehicle-license/errors'
import type { Cancellation } from './cancellation'
import { compress } from './compress'
import { toRecognitionError } from './platform-error'
import { createRecord, getRecord, type LicenseRecord, setPhoto } from './records'

interface Taken {
  /** of a temporary file */
  readonly path: string
  readonly type: RecognitionType
  /** The record that it is taken again for. */
  readonly id: string | undefined
}

/**
 * Makes a picture ready to send, puts it into a record, a new one unless it is taken again, and opens the form.
 *
 * @throws RecognitionError of `compress`, `STORAGE_FULL`, or `CANCELLED`: by then it is in no record, or waits at home
 */
export async function recordPhoto({ path, type, id }: Taken, cancellation: Cancellation): Promise<void> {
  const compressed = await compress(path)
  cancellation.throwIfCancelled()
  const record = (id === undefined ? undefined : getRecord(id)) ?? createRecord()
  const ready = await setPhoto(record, compressed, type)
  cancellation.throwIfCancelled()
  openConfirm(ready)
}

/** Opens a page in place of this one, unless this is home: "back" always leads home, where the records are. */
function open(page: 'camera' | 'album' | 'confirm', id: string | undefined): void {
  const url = `/pages/${page}/index${id === undefined ? '' : `?id=${id}`}`
  const isHome = getCurrentPages().length === 1
  void (isHome ? wx.navigateTo({ url }) : wx.redirectTo({ url }))
}

/** `id`: the record that the picture is taken again for. */
export const openCamera = (id?: string): void => open('camera', id)
export const openAlbum = (id?: string): void => open('album', id)
export const openConfirm = ({ id }: Pick<LicenseRecord, 'id'>): void => open('confirm', id)

/** The way on that is always there: the form without a picture, or the one that the picture was wanted for. */
export async function fillInByHand(id?: string): Promise<void> {
  try {
    openConfirm(id === undefined ? createRecord() : { id })
  } catch (error) {
    const { zh, en } = ERRORS[toRecognitionError(error, 'STORAGE_FULL').code]
    await wx.showModal({ title: zh, content: en, showCancel: false })
  }
}
