import { rememberedFlow } from './flow-key'
import { intakeOf, type LicenseRecord } from '../records/license-record'
import { getRecord } from '../records/index'
import { openCamera, openConfirm, openEdited } from '../navigation/pages'

/** The record that a person was busy with when the program ended, on the way to its form; nothing otherwise. */
export function resumable(): LicenseRecord | undefined {
  const id = rememberedFlow()
  const record = id === undefined ? undefined : getRecord(id)
  return record?.step && record
}

let isResumed = false

/** Once a start of the program: goes on where it ended. To be called when home is loaded. */
export function resumeFlow(): void {
  const record = isResumed ? undefined : resumable()
  isResumed = true
  if (!record) return
  if (record.step?.at === 'other') openCamera(record.id)
  else if (record.step?.at === 'edit') openEdited(record)
  else if (intakeOf(record)) openConfirm(record)
}
