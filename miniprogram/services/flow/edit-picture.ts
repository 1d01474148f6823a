import { editOf, editorPicture, type EditorPicture } from '../pictures/editor-picture'
import type { WarningCode } from '../../vehicle-license/warnings'
import type { Cancellation } from '../async/cancellation'
import { compress } from '../pictures/compress/index'
import { deleteTemporaries } from '../pictures/temporary'
import { deleteFiles } from '../platform/files'
import { rememberFlow } from './flow-key'
import { filesOf, type LicenseRecord, type LicensePicture } from '../records/license-record'
import { readAllAhead, stopReading } from '../recognition/readings'
import { getRecord, saveRecord, setPictures } from '../records/index'

/** Opens a picture of a record in the editor: its original, with the edit in progress or the last one. */
export function editedPicture(
  { step }: Pick<LicenseRecord, 'step'>,
  { path, original, edit, type }: LicensePicture,
): EditorPicture {
  if (step?.at === 'edit' && step.path === path) return editorPicture(original ?? path, step.edit, step.type)
  return original === undefined ? editorPicture(path, {}, type) : editorPicture(original, edit, type)
}

/** Whether the picture must be made and recognized again. */
export function isChanged(picture: LicensePicture, edited: EditorPicture): boolean {
  const before = JSON.stringify(editOf(editedPicture({ step: undefined }, picture)))
  return picture.type !== edited.type || JSON.stringify(editOf(edited)) !== before
}

/**
 * Saves an edit in progress, to resume it after the app ends.
 *
 * @throws RecognitionError `STORAGE_FULL`
 */
export function keepEdit(recordId: string, path: string, edited: EditorPicture): void {
  const record = getRecord(recordId)
  if (!record) return
  saveRecord({ ...record, step: { at: 'edit', path, type: edited.type, edit: editOf(edited) } })
  rememberFlow(recordId)
}

export function discardEdit(recordId: string): void {
  const record = getRecord(recordId)
  if (record?.step?.at === 'edit') saveRecord({ ...record, step: undefined })
}

/**
 * Compresses an edited picture into the record and starts to recognize it. Does nothing if the picture has been removed.
 *
 * @throws RecognitionError of `compress`, `STORAGE_FULL`, `CANCELLED`; the record is unchanged then
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
    const remaining = record.pictures.filter((picture) => picture !== before)
    const after = await setPictures({ ...record, step: undefined }, [made], remaining)
    stopReading(path)
    readAllAhead(after)
  } finally {
    await deleteTemporaries()
  }
}

/** What was typed stays. */
export async function removePicture(recordId: string, path: string): Promise<void> {
  const record = getRecord(recordId)
  const removed = record?.pictures.find((picture) => picture.path === path)
  if (!record || !removed) return
  saveRecord({ ...record, step: undefined, pictures: record.pictures.filter((picture) => picture !== removed) })
  stopReading(path)
  await deleteFiles(filesOf(removed))
}
