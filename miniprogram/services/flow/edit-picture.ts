import { changesOf, chosenPicture, type ChosenPicture } from '../../vehicle-license/chosen-picture'
import type { WarningCode } from '../../vehicle-license/warnings'
import type { Cancellation } from '../async/cancellation'
import { readAll } from './arrivals'
import { compress } from '../pictures/compress/index'
import { dropTemporaries } from '../pictures/compress/temporary'
import { dropFiles } from '../platform/files'
import { rememberFlow } from './flow-key'
import { filesOf, type LicenseRecord, type Picture } from '../records/license-record'
import { stopReading } from '../recognition/readings'
import { getRecord, saveRecord, setPictures } from '../records/index'

/** A picture of a record, as it is to be turned and cut: its original with what was done to it. */
export function editedPicture(
  { step }: Pick<LicenseRecord, 'step'>,
  { path, original, edit, type }: Picture,
): ChosenPicture {
  if (step?.at === 'edit' && step.path === path) return chosenPicture(original ?? path, step.edit, step.type)
  return original === undefined ? chosenPicture(path, {}, type) : chosenPicture(original, edit, type)
}

/** Whether the picture would be sent as something else than it was. */
export function isChanged(picture: Picture, edited: ChosenPicture): boolean {
  const before = JSON.stringify(changesOf(editedPicture({ step: undefined }, picture)))
  return picture.type !== edited.type || JSON.stringify(changesOf(edited)) !== before
}

/**
 * Remembers what is being done to a picture, so that it is found as it was left.
 *
 * @throws RecognitionError `STORAGE_FULL`
 */
export function keepEdit(recordId: string, path: string, edited: ChosenPicture): void {
  const record = getRecord(recordId)
  if (!record) return
  saveRecord({ ...record, step: { at: 'edit', path, type: edited.type, edit: changesOf(edited) } })
  rememberFlow(recordId)
}

/** Forgets what was being done to a picture. */
export function dropEdit(recordId: string): void {
  const record = getRecord(recordId)
  if (record?.step?.at === 'edit') saveRecord({ ...record, step: undefined })
}

/**
 * Makes a picture of a record anew, and begins to read it. Nothing where the record or the picture is gone.
 *
 * @throws RecognitionError of `compress`, `STORAGE_FULL`, or `CANCELLED`: the record is as it was
 */
export async function remake(
  recordId: string,
  path: string,
  edited: ChosenPicture,
  cancellation: Cancellation,
  onProgress: (share: number) => void,
): Promise<void> {
  try {
    const edit = changesOf(edited)
    const warnings: WarningCode[] = []
    const sent = await compress(edited.path, edit, {
      cancellation,
      onProgress,
      onWarning: (code) => warnings.push(code),
    })
    cancellation.throwIfCancelled()
    const record = getRecord(recordId)
    const before = record?.pictures.find((picture) => picture.path === path)
    if (!record || !before) return
    const made: Picture = {
      path: sent,
      type: edited.type,
      ...(before.page && { page: before.page }),
      ...(sent !== edited.path && { original: edited.path, edit }),
      ...(warnings.length > 0 && { warnings }),
    }
    const staying = record.pictures.filter((picture) => picture !== before)
    const placed = await setPictures({ ...record, step: undefined }, [made], staying)
    stopReading(path)
    readAll(placed)
  } finally {
    await dropTemporaries()
  }
}

/** Takes a picture out of a record. What was typed stands. */
export async function removePicture(recordId: string, path: string): Promise<void> {
  const record = getRecord(recordId)
  const removed = record?.pictures.find((picture) => picture.path === path)
  if (!record || !removed) return
  saveRecord({ ...record, step: undefined, pictures: record.pictures.filter((picture) => picture !== removed) })
  stopReading(path)
  await dropFiles(filesOf(removed))
}
