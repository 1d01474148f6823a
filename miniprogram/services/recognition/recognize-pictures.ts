import type { RecognitionError } from '../../vehicle-license/errors'
import type { Reading } from '../../vehicle-license/recognition'
import type { SendProgress } from '../back-ends/back-end'
import type { LicensePicture } from '../records/license-record'
import { toRecognitionError } from '../platform/errors'
import { type TotalProgress, totalProgress } from './progress'
import { followReading, type Start } from './readings'
import { startRecognition } from './recognize'

interface Listener {
  readonly onProgress: (progress: TotalProgress) => void
  /** For each picture as soon as it is recognized, even if another one fails. */
  readonly onReading: (picture: LicensePicture, reading: Reading) => void
  readonly onFailure: (picture: LicensePicture, error: RecognitionError) => void
}

export interface PicturesTask {
  /** Never rejects: `onFailure` reports failures. */
  readonly done: Promise<void>
  readonly cancel: () => void
  /** Stops listening. The recognitions continue, and their results go into the record. */
  readonly leave: (recordId: string) => void
}

/** Recognizes the pictures of a license in parallel. */
export function recognizePictures(
  [first, ...more]: readonly [LicensePicture, ...LicensePicture[]],
  { onProgress, onReading, onFailure }: Listener,
  start: Start = startRecognition,
): PicturesTask {
  const progress = new Map<LicensePicture, SendProgress>()
  const progressOf = (picture: LicensePicture) => progress.get(picture) ?? { stage: 'upload', percent: 0 }
  let isLeft = false
  const tasks = [first, ...more].map((picture) => {
    const task = followReading(
      picture,
      (current) => {
        progress.set(picture, current)
        onProgress(totalProgress([progressOf(first), ...more.map(progressOf)]))
      },
      start,
    )
    const done = task.result.then(
      (reading) => {
        if (!isLeft) onReading(picture, reading)
      },
      (error: unknown) => {
        if (!isLeft) onFailure(picture, toRecognitionError(error, 'ENGINE_UNAVAILABLE'))
      },
    )
    return { done, cancel: task.cancel, leave: task.leave }
  })
  return {
    done: Promise.all(tasks.map(({ done }) => done)).then(() => undefined),
    cancel: () => tasks.forEach(({ cancel }) => cancel()),
    leave: (recordId) => {
      isLeft = true
      for (const { leave } of tasks) leave(recordId)
    },
  }
}
