import type { Reading } from '../../vehicle-license/recognition'
import type { SendProgress } from '../back-ends/back-end'
import { toRecognitionError } from '../platform/errors'
import { getRecord, saveRecord } from '../records/index'
import { type LicensePicture, type LicenseRecord, withReading } from '../records/license-record'
import { rememberQuota, rememberQuotaExhausted } from './quota'
import { type RecognitionTask, startRecognition } from './recognize'

type Listener = (progress: SendProgress) => void
export type Start = typeof startRecognition

/** A recognition that is running, or has ended without a listener. */
interface ActiveReading {
  readonly task: RecognitionTask
  readonly listeners: Set<Listener>
  progress: SendProgress
}

/** By path, so that each picture is recognized once, whoever asks. */
const active = new Map<string, ActiveReading>()

function begin(picture: LicensePicture, start: Start): ActiveReading {
  const listeners = new Set<Listener>()
  // The first progress may be reported before `start` returns.
  const entry: { task?: RecognitionTask; progress: SendProgress } = { progress: { stage: 'upload', percent: 0 } }
  const task = start(picture, (progress) => {
    entry.progress = progress
    for (const listener of listeners) listener(progress)
  })
  const begun: ActiveReading = Object.assign(entry, { task, listeners })
  active.set(picture.path, begun)
  task.result.then(
    (reading) => rememberQuota(reading),
    (error: unknown) => {
      if (toRecognitionError(error, 'ENGINE_UNAVAILABLE').code === 'QUOTA_EXHAUSTED') rememberQuotaExhausted()
    },
  )
  return begun
}

interface FollowedReading {
  readonly result: Promise<Reading>
  readonly cancel: () => void
  /** Stops listening. The recognition continues, and its result goes into the record. */
  readonly leave: (recordId: string) => void
}

/** Listens to the recognition of a picture; starts it if it is not running. */
export function followReading(
  picture: LicensePicture,
  onProgress: Listener,
  start: Start = startRecognition,
): FollowedReading {
  const { path } = picture
  const { task, listeners, progress } = active.get(path) ?? begin(picture, start)
  listeners.add(onProgress)
  // Progress so far was reported before this listener was added.
  onProgress(progress)
  // A listener has the result: the next caller wants a new recognition.
  const forget = () => {
    if (listeners.delete(onProgress)) active.delete(path)
  }
  task.result.then(forget, forget)
  return {
    result: task.result,
    cancel: task.cancel,
    leave: (recordId) => {
      const isRunning = listeners.delete(onProgress)
      if (isRunning) readAhead(recordId, picture, start).catch(() => undefined)
    },
  }
}

/** Does nothing if the record no longer has the picture. */
function saveReading(recordId: string, path: string, reading: Reading): void {
  const record = getRecord(recordId)
  if (!record?.pictures.some((picture) => picture.path === path)) return
  try {
    saveRecord(withReading(record, path, reading))
  } catch {
    // Storage is full: the form will take the result from here.
  }
}

/** Recognizes a picture before its form is open, and saves the result. The next listener learns of a failure. */
export function readAhead(
  recordId: string,
  picture: LicensePicture,
  start: Start = startRecognition,
): Promise<Reading> {
  const { task } = active.get(picture.path) ?? begin(picture, start)
  return task.result.then((reading) => {
    saveReading(recordId, picture.path, reading)
    return reading
  })
}

/** Starts all recognitions that are missing, before the form is open. */
export function readAllAhead({ id, pictures }: LicenseRecord): void {
  // The form will report failures.
  for (const picture of pictures) if (!picture.recognition) readAhead(id, picture).catch(() => undefined)
}

/** Cancels the recognition of a picture that is no longer needed. */
export function stopReading(path: string): void {
  active.get(path)?.task.cancel()
  active.delete(path)
}
