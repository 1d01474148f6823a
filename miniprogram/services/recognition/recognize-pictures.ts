import type { RecognitionError } from '../../vehicle-license/errors'
import type { Reading } from '../../vehicle-license/recognition'
import type { SendProgress } from '../back-ends/back-end'
import type { LicensePicture } from '../records/license-record'
import { toRecognitionError } from '../platform/errors'
import { type TotalProgress, totalProgress } from './progress'
import { follow, type Start } from './readings'
import { startRecognition } from './recognize'

interface Listener {
  readonly onProgress: (progress: TotalProgress) => void
  /** As soon as a picture is read: what goes wrong with another one takes nothing from it. */
  readonly onReading: (picture: LicensePicture, reading: Reading) => void
  readonly onFailure: (picture: LicensePicture, error: RecognitionError) => void
}

/** The recognition of the pictures of one license, all at the same time. */
export interface PicturesTask {
  /** Never rejects: each failure is told on its own. */
  readonly done: Promise<void>
  readonly cancel: () => void
  /** Hears no more of them: they go on, into the record. */
  readonly leave: (recordId: string) => void
}

/** Sends pictures, one at least, to be recognized; those that are under way already are waited for. */
export function recognizePictures(
  [first, ...more]: readonly [LicensePicture, ...LicensePicture[]],
  { onProgress, onReading, onFailure }: Listener,
  start: Start = startRecognition,
): PicturesTask {
  const steps = new Map<LicensePicture, SendProgress>()
  const waiting: SendProgress = { stage: 'upload', percent: 0 }
  const stepOf = (picture: LicensePicture) => steps.get(picture) ?? waiting
  let isLeft = false
  const tasks = [first, ...more].map((picture) => {
    const task = follow(
      picture,
      (progress) => {
        steps.set(picture, progress)
        onProgress(totalProgress([stepOf(first), ...more.map(stepOf)]))
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
