import type { Readable } from 'node:stream'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { MAX_SENT_BYTES } from '../../miniprogram/image/limits'
import {
  isRecognitionType,
  type RecognitionType,
  type RecognizeReply,
} from '../../miniprogram/vehicle-license/recognition'
import { errorReply, toRecognitionError } from '../../recognition/answer'
import { inspect } from '../../recognition/inspect'
import type { Caller } from '../plugins/caller'
import { MAX_PICTURES } from './batch'
import type { Batches } from './index'

/** For the form parser. It does not limit the file size, because one large picture would fail the whole form. */
export const FORM_LIMITS = {
  files: MAX_PICTURES,
  fields: 1,
  parts: MAX_PICTURES + 1,
  fieldSize: 16,
  fileSize: Infinity,
  headerPairs: 32,
}

export type Part =
  | { readonly type: 'field'; readonly fieldname: string; readonly value: unknown }
  | { readonly type: 'file'; readonly fieldname: string; readonly file: Readable }

export interface Accepted {
  readonly id: string
  readonly total: number
}

function readType(part: Part | undefined): RecognitionType {
  if (part?.type === 'field' && part.fieldname === 'type' && isRecognitionType(part.value)) return part.value
  throw new RecognitionError('INVALID_REQUEST')
}

/**
 * Reads a picture, and keeps of an oversized one just enough to exceed the limit. The part's own `toBuffer` would keep
 * every picture in memory until the form ends.
 */
async function readPicture(file: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of file as AsyncIterable<Buffer>) {
    if (bytes <= MAX_SENT_BYTES) chunks.push(chunk)
    bytes += chunk.length
  }
  return Buffer.concat(chunks)
}

/** The failure of a picture that does not pass inspection. */
function findFailure(picture: Buffer): RecognizeReply | undefined {
  try {
    inspect(picture)
    return undefined
  } catch (error) {
    return errorReply(toRecognitionError(error))
  }
}

/**
 * Accepts a batch: the field `type`, then up to 500 pictures `image`, each stored in Redis before the next is read.
 * Invalid pictures are answered at once, the others queued once the form is complete. An incomplete form is dropped.
 *
 * @param bytes - the form's announced length; refused at once if it cannot fit
 * @throws RecognitionError `INVALID_REQUEST`; `ENGINE_BUSY` if Redis has no room, `RATE_LIMITED` if the person's share
 *   is used up; what `parts` throws
 */
export async function accept(
  parts: AsyncIterator<Part>,
  { person }: Caller,
  bytes: number,
  { store, queue }: Batches,
): Promise<Accepted> {
  const first = await parts.next()
  const type = readType(first.done ? undefined : first.value)
  const id = await store.open({ person, type }, Math.min(bytes, MAX_PICTURES * MAX_SENT_BYTES))
  try {
    let total = 0
    const waiting: number[] = []
    for (let next = await parts.next(); !next.done; next = await parts.next()) {
      const part = next.value
      if (part.type !== 'file' || part.fieldname !== 'image') throw new RecognitionError('INVALID_REQUEST')
      const picture = await readPicture(part.file)
      const failure = findFailure(picture)
      if (failure) await store.answer(id, { index: total, ms: 0, reply: failure })
      else {
        await store.put(id, total, picture)
        waiting.push(total)
      }
      total += 1
    }
    if (total === 0) throw new RecognitionError('INVALID_REQUEST')
    await queue.add(id, waiting)
    await store.close(id, total)
    return { id, total }
  } catch (error) {
    await store.drop(id).catch(() => undefined)
    throw error
  }
}
