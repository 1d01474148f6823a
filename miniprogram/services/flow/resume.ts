import { rememberedFlow } from './flow-key'
import { intakeOf, type LicenseRecord } from '../records/license-record'
import { getRecord } from '../records/index'
import { openCamera, openConfirm, openEdited } from '../navigation/pages'

/** The record in progress when the app ended, unless its form was open. */
export function resumable(): LicenseRecord | undefined {
  const id = rememberedFlow()
  const record = id === undefined ? undefined : getRecord(id)
  return record?.step && record
}

let isResumed = false

/** Resumes where the app ended, once per start. Call when home loads. */
export function resumeFlow(): void {
  const record = isResumed ? undefined : resumable()
  isResumed = true
  if (!record) return
  if (record.step?.at === 'other') openCamera(record.id)
  else if (record.step?.at === 'edit') openEdited(record)
  else if (intakeOf(record)) openConfirm(record)
}
