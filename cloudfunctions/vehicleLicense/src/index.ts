import type { FolderReply, RecognizeReply } from '../../../miniprogram/vehicle-license/recognition'
import { answer, toRecognitionError } from '../../../recognition/answer'
import { withDeadline } from '../../../recognition/deadline'
import { type Clock, type FunctionContext, startClock } from './clock'
import { getCaller } from './cloud'
import { logWarning } from './log'
import { isFolderRequest, folderOf, readFileID } from './request'
import { createCloudAnswers } from './state/answers'
import { personOf } from './state/persons'
import { settleLater } from './state/settle-later'
import { openUpload } from './upload'
import { handleRequest, logLineOf } from './handle-request'

const answers = createCloudAnswers()

interface Call {
  readonly event: unknown
  readonly person: string
  readonly environment: string
  readonly clock: Clock
  readonly request: string | undefined
}

/** Recognizes an uploaded picture, and deletes it in any case. */
async function recognize({ event, person, environment, clock, request }: Call): Promise<RecognizeReply> {
  const fileID = readFileID(event, environment, person)
  const upload = fileID === undefined ? undefined : openUpload(fileID, request)
  const kept = settleLater(answers)
  try {
    return await handleRequest({ event, person, upload, answers: kept.answers, clock, request })
  } finally {
    const limitMs = clock.cleanupMs()
    const keep = withDeadline(limitMs, () => kept.settled()).catch((error: unknown) =>
      logWarning('answer-not-kept', error, { request }),
    )
    await Promise.all([upload?.discard(limitMs), keep])
  }
}

/**
 * Returns the person's upload folder, or recognizes a picture uploaded to it. Without the database the person, and thus
 * the picture's owner, is unknown: the mini program then deletes the picture itself.
 */
export async function main(event: unknown, context: FunctionContext = {}): Promise<RecognizeReply | FolderReply> {
  const clock = startClock(context)
  const { request_id: request } = context
  const { openid, environment } = getCaller()
  let person: string
  try {
    person = await withDeadline(clock.recognitionMs(), () => personOf(openid))
  } catch (error) {
    return answer(() => Promise.reject(toRecognitionError(error)), logLineOf(request))
  }
  return isFolderRequest(event)
    ? { ok: true, folder: folderOf(person) }
    : recognize({ event, person, environment, clock, request })
}
