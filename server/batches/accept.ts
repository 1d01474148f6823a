import type { Readable } from 'node:stream'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { MAX_SENT_BYTES } from '../../miniprogram/image/limits'
import type { RecognitionType, RecognizeReply } from '../../miniprogram/vehicle-license/recognition'
import { errorReply, toRecognitionError } from '../../recognition/answer'
import { inspect } from '../../recognition/inspect'
import type { Caller } from '../plugins/caller'
import { MAX_PICTURES } from './batch'
import type { Batches } from './index'

/** For the form's reader. A picture that is too large is cut off here, not there: it would fail the whole form. */
export const FORM_LIMITS = {
  files: MAX_PICTURES,
  fields: 1,
  parts: MAX_PICTURES + 1,
  fieldSize: 16,
  fileSize: Infinity,
  headerPairs: 32,
}

/** A part of the form as it arrives. */
export type Part =
  | { readonly type: 'field'; readonly fieldname: string; readonly value: unknown }
  | { readonly type: 'file'; readonly fieldname: string; readonly file: Readable }

export interface Accepted {
  readonly id: string
  readonly total: number
}

function readType(part: Part | undefined): RecognitionType {
  if (part?.type !== 'field' || part.fieldname !== 'type') throw new RecognitionError('INVALID_REQUEST')
  if (part.value !== 'photo' && part.value !== 'scan') throw new RecognitionError('INVALID_REQUEST')
  return part.value
}

/**
 * Reads a picture, and of one that is too large no more than shows it. Not the part's own `toBuffer`: with that, the
 * form's reader keeps every picture until the last one has come.
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

/** Why a picture cannot be read, if that can be told without reading it. */
function refuse(picture: Buffer): RecognizeReply | undefined {
  try {
    inspect(picture)
    return undefined
  } catch (error) {
    return errorReply(toRecognitionError(error))
  }
}

/**
 * Takes in a batch: the field `type`, then up to 500 pictures `image`, each laid into Redis before the next is read.
 * A picture that is no good is answered at once, and the others are read all the same. They are queued when all are
 * there: what was not sent to the end is forgotten.
 *
 * @param bytes - the form's, as far as they are known: what cannot fit is refused before it is read
 * @throws RecognitionError `INVALID_REQUEST`, `ENGINE_BUSY` where the bound of bytes is reached, `RATE_LIMITED` where the
 *   person's share of it is; what `parts` throws
 */
export async function accept(
  parts: AsyncIterator<Part>,
  { person, speaksForMany }: Caller,
  bytes: number,
  { store, queue }: Batches,
): Promise<Accepted> {
  const first = await parts.next()
  const type = readType(first.done ? undefined : first.value)
  const id = await store.open({ person, speaksForMany, type }, Math.min(bytes, MAX_PICTURES * MAX_SENT_BYTES))
  try {
    let total = 0
    const waiting: number[] = []
    for (let next = await parts.next(); !next.done; next = await parts.next()) {
      const part = next.value
      if (part.type !== 'file' || part.fieldname !== 'image') throw new RecognitionError('INVALID_REQUEST')
      const picture = await readPicture(part.file)
      const refused = refuse(picture)
      if (refused) await store.answer(id, { index: total, ms: 0, reply: refused })
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
