import type { Reading } from '../../vehicle-license/recognition'
import { backEnd } from '../back-ends/index'
import type { BackEnd, SentPicture, SendProgress, SendOptions } from '../back-ends/back-end'
import { readReply } from '../back-ends/reply'
import { Cancellation } from '../async/cancellation'
import { toRecognitionError } from '../platform/errors'

export interface RecognitionTask {
  /** Rejects with a `RecognitionError`, on cancellation with `CANCELLED`. */
  readonly result: Promise<Reading>
  readonly cancel: () => void
}

export function startRecognition(
  picture: SentPicture,
  onProgress: (progress: SendProgress) => void,
  service: BackEnd = backEnd(),
): RecognitionTask {
  const cancellation = new Cancellation()
  const options: SendOptions = {
    cancellation,
    onProgress: (progress) => {
      // A cancelled upload may still report.
      if (!cancellation.isCancelled) onProgress(progress)
    },
  }
  // Immediately: a login may take time before the first byte is sent.
  onProgress({ stage: 'upload', percent: 0 })
  const result = cancellation.race(service.send(picture, options).then(readReply)).catch((error: unknown) => {
    throw toRecognitionError(error, service.errorCode(error))
  })
  return { result, cancel: () => cancellation.cancel() }
}
