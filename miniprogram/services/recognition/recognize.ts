import type { Reading } from '../../vehicle-license/recognition'
import { backEnd } from '../back-ends/index'
import type { BackEnd, SentPicture, SendProgress, SendOptions } from '../back-ends/back-end'
import { readReply } from '../back-ends/reply'
import { Cancellation } from '../async/cancellation'
import { toRecognitionError } from '../platform/errors'

export interface RecognitionTask {
  /** Rejects with a `RecognitionError`, `CANCELLED` among them. */
  readonly result: Promise<Reading>
  readonly cancel: () => void
}

/** Sends a picture to be recognized. */
export function startRecognition(
  photo: SentPicture,
  onProgress: (progress: SendProgress) => void,
  from: BackEnd = backEnd(),
): RecognitionTask {
  const cancellation = new Cancellation()
  // What is under way may still report when nobody waits for it any more.
  const watch: SendOptions = {
    cancellation,
    onProgress: (progress) => {
      if (!cancellation.isCancelled) onProgress(progress)
    },
  }
  // At once: what comes before the first byte, a login say, is waited for, too.
  onProgress({ stage: 'upload', percent: 0 })
  const result = cancellation.race(from.send(photo, watch).then(readReply)).catch((error: unknown) => {
    throw toRecognitionError(error, from.errorCode(error))
  })
  return { result, cancel: () => cancellation.cancel() }
}
