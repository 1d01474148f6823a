import { MAX_SENT_BYTES } from '../../../miniprogram/image/limits'
import type { RecognizeReply } from '../../../miniprogram/vehicle-license/recognition'
import { errorReply, toRecognitionError } from '../../../recognition/answer'
import { inspect } from '../../../recognition/inspect'
import { MAX_PICTURES } from '../../../server/batches/batch'
import { readPicture } from '../read-picture'

/** A file to send, and its index on the command line. */
export interface FileBytes {
  readonly index: number
  readonly bytes: Buffer
}

/** Per request; takes a minute at 2 Mbit/s. */
const MAX_BYTES = 16 * 1024 * 1024

/**
 * Reads files in chunks of one request each.
 *
 * @param refuse - called for each invalid file
 */
export async function* readChunks(
  files: readonly string[],
  refuse: (index: number, reply: RecognizeReply) => void,
): AsyncGenerator<FileBytes[]> {
  let chunk: FileBytes[] = []
  let chunkBytes = 0
  for (const [index, file] of files.entries()) {
    try {
      const { bytes } = inspect(await readPicture(file), { maxBytes: MAX_SENT_BYTES })
      if (chunk.length === MAX_PICTURES || chunkBytes + bytes.length > MAX_BYTES) {
        yield chunk
        chunk = []
        chunkBytes = 0
      }
      chunk.push({ index, bytes })
      chunkBytes += bytes.length
    } catch (error) {
      refuse(index, errorReply(toRecognitionError(error)))
    }
  }
  if (chunk.length > 0) yield chunk
}
