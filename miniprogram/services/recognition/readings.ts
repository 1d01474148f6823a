import type { Reading } from '../../vehicle-license/recognition'
import type { SendProgress } from '../back-ends/back-end'
import { type LicensePicture, withReading } from '../records/license-record'
import { toRecognitionError } from '../platform/errors'
import { rememberQuota, rememberQuotaGone } from './quota'
import { type RecognitionTask, startRecognition } from './recognize'
import { getRecord, saveRecord } from '../records/index'

type Listener = (progress: SendProgress) => void
export type Start = typeof startRecognition

/** A picture that is being read, or was, and no form has heard of it yet. */
interface ActiveReading {
  readonly task: RecognitionTask
  readonly listeners: Set<Listener>
  progress: SendProgress
}

const WAITING: SendProgress = { stage: 'upload', percent: 0 }

/** By path: a picture is read once, whoever asks for it. */
const underway = new Map<string, ActiveReading>()

function begin(picture: LicensePicture, start: Start): ActiveReading {
  const listeners = new Set<Listener>()
  // How far it is may be told before there is a task to tell it of.
  const entry: { task?: RecognitionTask; progress: SendProgress } = { progress: WAITING }
  const task = start(picture, (progress) => {
    entry.progress = progress
    for (const listener of listeners) listener(progress)
  })
  const begun: ActiveReading = Object.assign(entry, { task, listeners })
  underway.set(picture.path, begun)
  task.result.then(
    (reading) => rememberQuota(reading),
    (error: unknown) => {
      if (toRecognitionError(error, 'ENGINE_UNAVAILABLE').code === 'QUOTA_EXHAUSTED') rememberQuotaGone()
    },
  )
  return begun
}

/** A reading that somebody follows. */
export interface FollowedReading {
  readonly result: Promise<Reading>
  readonly cancel: () => void
  /** Hears no more of it: it goes on, into the record. */
  readonly leave: (recordId: string) => void
}

/** Follows the reading of a picture, which is begun unless it is under way. */
export function follow(
  picture: LicensePicture,
  onProgress: Listener,
  start: Start = startRecognition,
): FollowedReading {
  const { path } = picture
  const { task, listeners, progress } = underway.get(path) ?? begin(picture, start)
  listeners.add(onProgress)
  // The first step was told before there was anybody to hear it.
  onProgress(progress)
  // Heard of: whoever asks again wants it to be read anew.
  const forget = () => {
    if (listeners.delete(onProgress)) underway.delete(path)
  }
  task.result.then(forget, forget)
  return {
    result: task.result,
    cancel: task.cancel,
    leave: (recordId) => {
      // What is over was heard of.
      if (!listeners.delete(onProgress)) return
      readAhead(recordId, picture, start).catch(() => undefined)
    },
  }
}

/** Puts what was read into the record, if it still has the picture. */
function keep(recordId: string, path: string, reading: Reading): void {
  const record = getRecord(recordId)
  if (!record?.pictures.some((picture) => picture.path === path)) return
  try {
    saveRecord(withReading(record, path, reading))
  } catch {
    // A full storage: the form finds it here.
  }
}

/**
 * Reads a picture of a record before its form is open. What is read is kept in the record; what fails is told to
 * whoever follows it next.
 */
export function readAhead(
  recordId: string,
  picture: LicensePicture,
  start: Start = startRecognition,
): Promise<Reading> {
  const { task } = underway.get(picture.path) ?? begin(picture, start)
  return task.result.then((reading) => {
    keep(recordId, picture.path, reading)
    return reading
  })
}

/** Ends the reading of a picture that is no longer wanted. */
export function stopReading(path: string): void {
  underway.get(path)?.task.cancel()
  underway.delete(path)
}
