import { editOf, editorPicture, type EditorPicture } from '../pictures/editor-picture'
import type { WarningCode } from '../../vehicle-license/warnings'
import type { Cancellation } from '../async/cancellation'
import { readAll } from './intake'
import { compress } from '../pictures/compress/index'
import { deleteTemporaries } from '../pictures/compress/temporary'
import { deleteFiles } from '../platform/files'
import { rememberFlow } from './flow-key'
import { filesOf, type LicenseRecord, type LicensePicture } from '../records/license-record'
import { stopReading } from '../recognition/readings'
import { getRecord, saveRecord, setPictures } from '../records/index'

/** A picture of a record, as it is to be turned and cut: its original with what was done to it. */
export function editedPicture(
  { step }: Pick<LicenseRecord, 'step'>,
  { path, original, edit, type }: LicensePicture,
): EditorPicture {
  if (step?.at === 'edit' && step.path === path) return editorPicture(original ?? path, step.edit, step.type)
  return original === undefined ? editorPicture(path, {}, type) : editorPicture(original, edit, type)
}

/** Whether the picture would be sent as something else than it was. */
export function isChanged(picture: LicensePicture, edited: EditorPicture): boolean {
  const before = JSON.stringify(editOf(editedPicture({ step: undefined }, picture)))
  return picture.type !== edited.type || JSON.stringify(editOf(edited)) !== before
}

/**
 * Remembers what is being done to a picture, so that it is found as it was left.
 *
 * @throws RecognitionError `STORAGE_FULL`
 */
export function keepEdit(recordId: string, path: string, edited: EditorPicture): void {
  const record = getRecord(recordId)
  if (!record) return
  saveRecord({ ...record, step: { at: 'edit', path, type: edited.type, edit: editOf(edited) } })
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
  edited: EditorPicture,
  cancellation: Cancellation,
  onProgress: (share: number) => void,
): Promise<void> {
  try {
    const edit = editOf(edited)
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
    const made: LicensePicture = {
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
    await deleteTemporaries()
  }
}

/** Takes a picture out of a record. What was typed stands. */
export async function removePicture(recordId: string, path: string): Promise<void> {
  const record = getRecord(recordId)
  const removed = record?.pictures.find((picture) => picture.path === path)
  if (!record || !removed) return
  saveRecord({ ...record, step: undefined, pictures: record.pictures.filter((picture) => picture !== removed) })
  stopReading(path)
  await deleteFiles(filesOf(removed))
}
