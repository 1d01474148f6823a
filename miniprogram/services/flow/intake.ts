import { RecognitionError } from '../../vehicle-license/errors'
import type { LicensePage } from '../../vehicle-license/fields'
import type { PictureContent } from '../../vehicle-license/merge'
import type { WarningCode } from '../../vehicle-license/warnings'
import type { Cancellation } from '../async/cancellation'
import { compress } from '../pictures/compress/index'
import { deleteTemporaries } from '../pictures/compress/temporary'
import { bytesOf, deleteFile, deleteFiles, keepFile } from '../platform/files'
import { rememberFlow } from './flow-key'
import {
  filesOf,
  type Intake,
  intakeOf,
  type LicensePicture,
  type LicenseRecord,
  MAX_PICTURES,
  type NewPicture,
  pageOf,
} from '../records/license-record'
import { namespaced } from '../platform/namespace'
import { readAhead, stopReading } from '../recognition/readings'
import { getRecord, newRecord, removeRecord, saveRecord, setPictures } from '../records/index'
import { withSuggestedEdit } from './suggest-edit'

/** What is larger is kept as it is sent, not as it was: a PNG of an iOS camera takes 28 MB, of 200 that there are. */
const MAX_ORIGINAL_BYTES = 6_000_000
/** So much more bytes than what is sent, and the original may show more. */
const MORE_BYTES = 1.5

/** Where pictures go: a record, a new one without `recordId`, in the place of some of its pictures. */
export interface Place {
  readonly recordId: string | undefined
  /** Paths */
  readonly replaces: readonly string[]
}

/** The place of a picture at `index`, or of that of a page; without either, of all. */
export function placeIn(recordId: string | undefined, page?: LicensePage, index?: number): Place {
  const pictures = (recordId === undefined ? undefined : getRecord(recordId))?.pictures ?? []
  const isReplaced = (picture: LicensePicture, at: number): boolean => {
    if (index !== undefined) return at === index
    return page === undefined || pageOf(picture) === page
  }
  return { recordId, replaces: pictures.filter(isReplaced).map(({ path }) => path) }
}

/** What says the same place as {@link placeIn} does: -1 where all pictures stay, nothing where all go. */
export function replacedIndex({ recordId, replaces }: Place): number | undefined {
  const pictures = (recordId === undefined ? undefined : getRecord(recordId))?.pictures ?? []
  if (replaces.length === pictures.length) return undefined
  return pictures.findIndex(({ path }) => replaces.includes(path))
}

const extensionOf = (path: string): string => /\.\w+$/.exec(path)?.[0] ?? '.jpg'

/** Files of pictures on their way, but for those that pictures of the record stand on. */
function leftOver(arriving: Intake | undefined, { pictures }: LicenseRecord): string[] {
  const used = pictures.flatMap(filesOf)
  return (arriving?.taken ?? []).map(({ path }) => path).filter((path) => !used.includes(path))
}

/**
 * Keeps pictures the moment they were taken or chosen, in a record: temporary files do not outlive the program. What
 * arrived there before, and is in none of its pictures, is dropped.
 *
 * @throws RecognitionError `STORAGE_FULL`: all is as it was
 */
export async function startIntake(
  temporary: readonly NewPicture[],
  { at, by }: Pick<Intake, 'at' | 'by'>,
  { recordId, replaces }: Place,
): Promise<LicenseRecord> {
  const before = (recordId === undefined ? undefined : getRecord(recordId)) ?? newRecord()
  const taken: NewPicture[] = []
  try {
    for (const one of temporary) {
      const name = namespaced(`taken-${before.id}-${Date.now().toString(36)}-${taken.length}${extensionOf(one.path)}`)
      taken.push({ ...one, path: await keepFile(one.path, name) })
    }
    // Something may have been read meanwhile.
    const record: LicenseRecord = { ...(getRecord(before.id) ?? before), step: { at, by, taken, replaces } }
    saveRecord(record)
    rememberFlow(record.id)
    await deleteFiles(leftOver(intakeOf(before), before))
    return record
  } catch (error) {
    await deleteFiles(taken.map(({ path }) => path))
    throw error
  }
}

/** Says that the pictures on their way are accepted, and what they show. */
export function acceptIntake(recordId: string, page?: PictureContent): void {
  const record = getRecord(recordId)
  const arriving = record && intakeOf(record)
  if (!arriving) return
  const taken = arriving.taken.map((one) => ({ ...one, ...(page && { page }) }))
  saveRecord({ ...record, step: { ...arriving, at: 'prepare', taken } })
}

/** Says that one page is there, and the other one may be taken. */
export function awaitOtherPage(recordId: string): void {
  const record = getRecord(recordId)
  if (!record) return
  try {
    saveRecord({ ...record, step: { at: 'other' } })
  } catch {
    // A full storage: the next start finds the record at home.
  }
}

function stepOf(recordId: string): Intake | undefined {
  const record = getRecord(recordId)
  return record && intakeOf(record)
}

const isEmpty = ({ pictures, typed, confirmed }: LicenseRecord): boolean =>
  pictures.length === 0 && Object.keys(typed).length === 0 && !confirmed

/** Gives up the pictures on their way into a record, and a record that has nothing else. */
export async function cancelIntake(recordId: string): Promise<void> {
  const record = getRecord(recordId)
  const arriving = record && intakeOf(record)
  if (!arriving) return
  if (isEmpty(record)) return removeRecord(record)
  saveRecord({ ...record, step: undefined })
  await deleteFiles(leftOver(arriving, record))
}

/** Gives up one of the pictures on their way. */
export async function removeFromIntake(recordId: string, path: string): Promise<void> {
  const record = getRecord(recordId)
  const arriving = record && intakeOf(record)
  if (!arriving) return
  const taken = arriving.taken.filter((one) => one.path !== path)
  if (taken.length === 0) return cancelIntake(recordId)
  saveRecord({ ...record, step: { ...arriving, taken } })
  await deleteFile(path)
}

/** What cannot be measured shows where it is opened. */
const bytesIn = (path: string): Promise<number> => bytesOf(path).catch(() => 0)

type Share = (share: number) => void

/** Makes a picture ready to be sent. */
async function prepare(given: NewPicture, cancellation: Cancellation, onProgress: Share): Promise<LicensePicture> {
  const { type, edit = {}, page, path } = await withSuggestedEdit(given)
  const isEdited = Object.keys(edit).length > 0
  const warnings: WarningCode[] = []
  const watch = { cancellation, onProgress, onWarning: (warning: WarningCode) => warnings.push(warning) }
  const isLarge = (await bytesIn(path)) > MAX_ORIGINAL_BYTES
  const original = isLarge ? await compress(path, {}, watch) : path
  const sent = await compress(original, edit, watch)
  const showsMore = isEdited || (await bytesIn(original)) > MORE_BYTES * (await bytesIn(sent))
  return {
    path: sent,
    type,
    ...(page && { page }),
    ...(sent !== original && showsMore && { original }),
    ...(isEdited && { edit }),
    ...(warnings.length > 0 && { warnings }),
  }
}

/** One after the other: two at a time are more than some phones' memory holds. */
async function prepareAll(
  taken: readonly NewPicture[],
  cancellation: Cancellation,
  onProgress: Share,
): Promise<LicensePicture[]> {
  const ready: LicensePicture[] = []
  for (const one of taken) {
    const before = ready.length
    ready.push(await prepare(one, cancellation, (share) => onProgress((before + share) / taken.length)))
    cancellation.throwIfCancelled()
  }
  return ready
}

/** Originals that are temporary files are copied to where they stay. */
const keepOriginal = async (
  picture: LicensePicture,
  taken: readonly NewPicture[],
  id: string,
): Promise<LicensePicture> => {
  const { original } = picture
  if (original === undefined || taken.some(({ path }) => path === original)) return picture
  return { ...picture, original: await keepFile(original, namespaced(`taken-${id}-${Date.now().toString(36)}-o.jpg`)) }
}

/** Begins to read what was not read yet, before the form is open. */
export function readAll({ id, pictures }: LicenseRecord): void {
  // The form tells what goes wrong.
  for (const picture of pictures) if (!picture.recognition) readAhead(id, picture).catch(() => undefined)
}

/**
 * Makes the pictures on their way into a record ready to be sent, puts them there, and begins to read them.
 * `onProgress`: 0..1.
 *
 * @throws RecognitionError of `compress`, `STORAGE_FULL`, or `CANCELLED`: they are still on their way then
 */
export async function finishIntake(
  recordId: string,
  cancellation: Cancellation,
  onProgress: Share = () => undefined,
): Promise<LicenseRecord> {
  try {
    const arriving = stepOf(recordId)
    const arrived = arriving ? undefined : getRecord(recordId)
    if (arrived) return arrived
    if (!arriving) throw new RecognitionError('CANCELLED')
    const ready = await prepareAll(arriving.taken, cancellation, onProgress)
    const kept: LicensePicture[] = []
    for (const picture of ready) kept.push(await keepOriginal(picture, arriving.taken, recordId))
    cancellation.throwIfCancelled()
    const before = getRecord(recordId)
    // The person has removed it meanwhile.
    if (!before) throw new RecognitionError('CANCELLED')
    const record: LicenseRecord = { ...before, step: undefined }
    const staying = record.pictures
      .filter(({ path }) => !arriving.replaces.includes(path))
      .slice(0, MAX_PICTURES - kept.length)
    const placed = await setPictures(record, kept, staying)
    for (const { path } of record.pictures)
      if (!placed.pictures.some((picture) => picture.path === path)) stopReading(path)
    await deleteFiles(leftOver(arriving, placed))
    readAll(placed)
    return placed
  } finally {
    await deleteTemporaries()
  }
}
