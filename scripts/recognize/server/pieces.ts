import { MAX_SENT_BYTES } from '../../../miniprogram/image/limits'
import type { RecognizeReply } from '../../../miniprogram/vehicle-license/recognition'
import { errorReply, toRecognitionError } from '../../../recognition/answer'
import { inspect } from '../../../recognition/inspect'
import { MAX_PICTURES } from '../../../server/batches/batch'
import { readPicture } from '../read-picture'

/** A picture to send, and the place of its file among those given. */
export interface Picture {
  readonly index: number
  readonly bytes: Buffer
}

/** Bytes that are sent at a time: a minute is enough for them at 2 Mbit/s. */
const MAX_BYTES = 16 * 1024 * 1024

/**
 * Reads files, as many at a time as are sent together.
 *
 * @param refuse - told of each that is not worth sending
 */
export async function* readPieces(
  files: readonly string[],
  refuse: (index: number, reply: RecognizeReply) => void,
): AsyncGenerator<Picture[]> {
  let piece: Picture[] = []
  let pieceBytes = 0
  for (const [index, file] of files.entries()) {
    try {
      const { bytes } = inspect(await readPicture(file), { maxBytes: MAX_SENT_BYTES })
      if (piece.length === MAX_PICTURES || pieceBytes + bytes.length > MAX_BYTES) {
        yield piece
        piece = []
        pieceBytes = 0
      }
      piece.push({ index, bytes })
      pieceBytes += bytes.length
    } catch (error) {
      refuse(index, errorReply(toRecognitionError(error)))
    }
  }
  if (piece.length > 0) yield piece
}
