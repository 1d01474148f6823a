import { ERRORS } from '../../vehicle-license/errors'
import { openConfirm } from '../navigation/pages'
import { toRecognitionError } from '../platform/errors'
import { createRecord, getRecord } from '../records/index'
import { say } from '../settings/language'
import { cancelIntake } from './intake'

/** Opens an empty form, or the form of the record that a picture was to be taken for. */
export async function fillInByHand(id?: string): Promise<void> {
  try {
    if (id !== undefined) await cancelIntake(id)
    openConfirm(id !== undefined && getRecord(id) ? { id } : createRecord())
  } catch (error) {
    const content = say(ERRORS[toRecognitionError(error, 'STORAGE_FULL').code])
    await wx.showModal({ content, showCancel: false })
  }
}
