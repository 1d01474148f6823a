import { RecognitionError } from '../vehicle-license/errors'
import type { Reading } from '../vehicle-license/recognition'
import type { Progress } from './back-ends/back-end'
import type { Picture } from './license-record'
import { toRecognitionError } from './platform-error'
import { type Overall, overall } from './progress'
import { startRecognition } from './recognize'

interface Listener {
  readonly onProgress: (progress: Overall) => void
  /** As soon as a picture is read: what goes wrong with another one takes nothing from it. */
  readonly onReading: (picture: Picture, reading: Reading) => void
  readonly onFailure: (picture: Picture, error: RecognitionError) => void
}

/** The recognition of the pictures of one license, all at the same time. */
export interface PicturesTask {
  /** Never rejects: each failure is told on its own. */
  readonly done: Promise<void>
  readonly cancel: () => void
}

/** Sends pictures, one at least, to be recognized. */
export function recognizePictures(
  [first, ...more]: readonly [Picture, ...Picture[]],
  { onProgress, onReading, onFailure }: Listener,
  start = startRecognition,
): PicturesTask {
  const steps = new Map<Picture, Progress>()
  const waiting: Progress = { stage: 'upload', percent: 0 }
  const stepOf = (picture: Picture) => steps.get(picture) ?? waiting
  const tasks = [first, ...more].map((picture) => {
    const task = start(picture, (progress) => {
      steps.set(picture, progress)
      onProgress(overall([stepOf(first), ...more.map(stepOf)]))
    })
    const done = task.result.then(
      (reading) => onReading(picture, reading),
      (error: unknown) => onFailure(picture, toRecognitionError(error, 'ENGINE_UNAVAILABLE')),
    )
    return { done, cancel: task.cancel }
  })
  return {
    done: Promise.all(tasks.map(({ done }) => done)).then(() => undefined),
    cancel: () => tasks.forEach(({ cancel }) => cancel()),
  }
}
