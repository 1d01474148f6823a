import { RecognitionError } from '../../vehicle-license/errors'
import type { PictureContent } from '../../vehicle-license/merge'
import type { Cancellation } from '../async/cancellation'
import { deleteTemporaries } from '../pictures/temporary'
import { deleteFile, deleteFiles, keepFile } from '../platform/files'
import { namespaced } from '../platform/namespace'
import { readAllAhead, stopReading } from '../recognition/readings'
import { getRecord, newRecord, removeRecord, saveRecord, setPictures } from '../records/index'
import {
  filesOf,
  type Intake,
  intakeOf,
  type LicensePicture,
  type LicenseRecord,
  MAX_PICTURES,
  type NewPicture,
} from '../records/license-record'
import { rememberFlow } from './flow-key'
import type { Place } from './place'
import { prepareAll } from './prepare'

const extensionOf = (path: string): string => /\.\w+$/.exec(path)?.[0] ?? '.jpg'

const fileName = (id: string, ending: string): string => namespaced(`taken-${id}-${Date.now().toString(36)}-${ending}`)

/** Files of an intake that no picture of the record uses. */
function unusedFiles(intake: Intake | undefined, { pictures }: LicenseRecord): string[] {
  const used = pictures.flatMap(filesOf)
  return (intake?.taken ?? []).map(({ path }) => path).filter((path) => !used.includes(path))
}

/**
 * Saves pictures in a record as soon as they are taken or chosen: the platform deletes temporary files when the app ends.
 * Discards the record's previous intake.
 *
 * @throws RecognitionError `STORAGE_FULL`; nothing has changed then
 */
export async function startIntake(
  temporary: readonly NewPicture[],
  { at, by }: Pick<Intake, 'at' | 'by'>,
  { recordId, replaces }: Place,
): Promise<LicenseRecord> {
  const before = (recordId === undefined ? undefined : getRecord(recordId)) ?? newRecord()
  const taken: NewPicture[] = []
  try {
    for (const picture of temporary) {
      const name = fileName(before.id, `${taken.length}${extensionOf(picture.path)}`)
      taken.push({ ...picture, path: await keepFile(picture.path, name) })
    }
    // A recognition may have been saved meanwhile.
    const record: LicenseRecord = { ...(getRecord(before.id) ?? before), step: { at, by, taken, replaces } }
    saveRecord(record)
    rememberFlow(record.id)
    await deleteFiles(unusedFiles(intakeOf(before), before))
    return record
  } catch (error) {
    await deleteFiles(taken.map(({ path }) => path))
    throw error
  }
}

function findIntake(recordId: string): { record: LicenseRecord; intake: Intake } | undefined {
  const record = getRecord(recordId)
  const intake = record && intakeOf(record)
  return intake && { record, intake }
}

/** The person accepts the pictures. */
export function acceptIntake(recordId: string, page?: PictureContent): void {
  const found = findIntake(recordId)
  if (!found) return
  const { record, intake } = found
  const taken = intake.taken.map((picture) => ({ ...picture, ...(page && { page }) }))
  saveRecord({ ...record, step: { ...intake, at: 'prepare', taken } })
}

/** One page is done; the next step is to take the other one. */
export function awaitOtherPage(recordId: string): void {
  const record = getRecord(recordId)
  if (!record) return
  try {
    saveRecord({ ...record, step: { at: 'other' } })
  } catch {
    // Storage is full: after a restart the record is in the list at home.
  }
}

const isEmpty = ({ pictures, typed, confirmed }: LicenseRecord): boolean =>
  pictures.length === 0 && Object.keys(typed).length === 0 && !confirmed

/** Discards the new pictures, and the record if it has nothing else. */
export async function cancelIntake(recordId: string): Promise<void> {
  const found = findIntake(recordId)
  if (!found) return
  const { record, intake } = found
  if (isEmpty(record)) return removeRecord(record)
  saveRecord({ ...record, step: undefined })
  await deleteFiles(unusedFiles(intake, record))
}

export async function removeFromIntake(recordId: string, path: string): Promise<void> {
  const found = findIntake(recordId)
  if (!found) return
  const { record, intake } = found
  const taken = intake.taken.filter((picture) => picture.path !== path)
  if (taken.length === 0) return cancelIntake(recordId)
  saveRecord({ ...record, step: { ...intake, taken } })
  await deleteFile(path)
}

/** Copies an original that is a temporary file. */
async function keepOriginal(
  picture: LicensePicture,
  taken: readonly NewPicture[],
  id: string,
): Promise<LicensePicture> {
  const { original } = picture
  if (original === undefined || taken.some(({ path }) => path === original)) return picture
  return { ...picture, original: await keepFile(original, fileName(id, 'o.jpg')) }
}

/**
 * Compresses the new pictures, moves them into the record, and starts to recognize them.
 *
 * @param onProgress 0..1
 * @throws RecognitionError of `compress`, `STORAGE_FULL` or `CANCELLED`; the intake is unchanged then
 */
export async function finishIntake(
  recordId: string,
  cancellation: Cancellation,
  onProgress: (share: number) => void = () => undefined,
): Promise<LicenseRecord> {
  try {
    const record = getRecord(recordId)
    const intake = record && intakeOf(record)
    if (record && !intake) return record
    if (!intake) throw new RecognitionError('CANCELLED')
    const prepared: LicensePicture[] = []
    for (const picture of await prepareAll(intake.taken, cancellation, onProgress))
      prepared.push(await keepOriginal(picture, intake.taken, recordId))
    cancellation.throwIfCancelled()
    const before = getRecord(recordId)
    // The person has removed the record meanwhile.
    if (!before) throw new RecognitionError('CANCELLED')
    const remaining = before.pictures
      .filter(({ path }) => !intake.replaces.includes(path))
      .slice(0, MAX_PICTURES - prepared.length)
    const after = await setPictures({ ...before, step: undefined }, prepared, remaining)
    for (const { path } of before.pictures)
      if (!after.pictures.some((picture) => picture.path === path)) stopReading(path)
    await deleteFiles(unusedFiles(intake, after))
    readAllAhead(after)
    return after
  } finally {
    await deleteTemporaries()
  }
}
