import type { RecognitionType } from '../vehicle-license/recognition'
import { ERRORS } from '../vehicle-license/errors'
import { compress } from './compress'
import { toRecognitionError } from './platform-error'
import { createRecord, type LicenseRecord } from './records'

/**
 * Begins a record with a picture made ready to send, or, without one, to be filled in by hand.
 *
 * @throws RecognitionError of `compress`, or `STORAGE_FULL`
 */
export const beginWith = async (photoTempPath?: string, type: RecognitionType = 'photo'): Promise<LicenseRecord> =>
  createRecord(photoTempPath === undefined ? undefined : await compress(photoTempPath), type)

/** Goes on to the form; "back" leads home from there, where the record is listed. */
export function openConfirm({ id }: Pick<LicenseRecord, 'id'>): void {
  const url = `/pages/confirm/index?id=${id}`
  const isHome = getCurrentPages().length === 1
  void (isHome ? wx.navigateTo({ url }) : wx.redirectTo({ url }))
}

/** The way on that is always there: the form without a picture. */
export async function fillInByHand(): Promise<void> {
  try {
    openConfirm(await beginWith())
  } catch (error) {
    const { zh, en } = ERRORS[toRecognitionError(error, 'STORAGE_FULL').code]
    await wx.showModal({ title: zh, content: en, showCancel: false })
  }
}
