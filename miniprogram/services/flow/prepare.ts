import type { WarningCode } from '../../vehicle-license/warnings'
import type { Cancellation } from '../async/cancellation'
import { compress } from '../pictures/compress/index'
import { isEdited } from '../pictures/edit'
import { bytesOf } from '../platform/files'
import type { LicensePicture, NewPicture } from '../records/license-record'
import { withSuggestedEdit } from './suggest-edit'

/** Larger originals are kept compressed: a PNG of an iOS camera has 28 MB, and the phone grants 200 MB in all. */
const MAX_ORIGINAL_BYTES = 6_000_000
/** The original is kept if it has this many times the bytes of the sent JPEG: it may show more. */
const MIN_ORIGINAL_RATIO = 1.5

/** 0 on failure: opening the file will report the problem. */
const bytesIn = (path: string): Promise<number> => bytesOf(path).catch(() => 0)

type OnProgress = (share: number) => void

async function prepare(given: NewPicture, cancellation: Cancellation, onProgress: OnProgress): Promise<LicensePicture> {
  const { type, edit = {}, page, path } = await withSuggestedEdit(given)
  const warnings: WarningCode[] = []
  const options = { cancellation, onProgress, onWarning: (warning: WarningCode) => warnings.push(warning) }
  const isLarge = (await bytesIn(path)) > MAX_ORIGINAL_BYTES
  const original = isLarge ? await compress(path, {}, options) : path
  const sent = await compress(original, edit, options)
  const showsMore = isEdited(edit) || (await bytesIn(original)) > MIN_ORIGINAL_RATIO * (await bytesIn(sent))
  return {
    path: sent,
    type,
    ...(page && { page }),
    ...(sent !== original && showsMore && { original }),
    ...(isEdited(edit) && { edit }),
    ...(warnings.length > 0 && { warnings }),
  }
}

/** Compresses pictures one by one: two at a time exceed the memory of some phones. */
export async function prepareAll(
  pictures: readonly NewPicture[],
  cancellation: Cancellation,
  onProgress: OnProgress,
): Promise<LicensePicture[]> {
  const prepared: LicensePicture[] = []
  for (const picture of pictures) {
    const done = prepared.length
    prepared.push(await prepare(picture, cancellation, (share) => onProgress((done + share) / pictures.length)))
    cancellation.throwIfCancelled()
  }
  return prepared
}
