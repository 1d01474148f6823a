import type { FolderReply, RecognizeReply } from '../../../miniprogram/vehicle-license/recognition'
import { answer, toRecognitionError } from '../../../recognition/answer'
import { withDeadline } from '../../../recognition/deadline'
import { type Clock, type FunctionContext, startClock } from './clock'
import { whoCalls } from './cloud'
import { logTrouble } from './log'
import { isFolderRequest, folderOf, readFileID } from './request'
import { createCloudAnswers } from './state/answers'
import { personOf } from './state/persons'
import { settleLater } from './state/settle-later'
import { openUpload } from './upload'
import { answerVisit, lineOf } from './visit'

const answers = createCloudAnswers()

interface Call {
  readonly event: unknown
  readonly person: string
  readonly environment: string
  readonly clock: Clock
  readonly request: string | undefined
}

/** Reads the license on an uploaded picture. The picture is deleted in every case. */
async function recognize({ event, person, environment, clock, request }: Call): Promise<RecognizeReply> {
  const fileID = readFileID(event, environment, person)
  const upload = fileID === undefined ? undefined : openUpload(fileID, request)
  const kept = settleLater(answers)
  try {
    return await answerVisit({ event, person, upload, answers: kept.answers, clock, request })
  } finally {
    const limitMs = clock.cleanupMs()
    const keep = withDeadline(limitMs, () => kept.settled()).catch((error: unknown) =>
      logTrouble('answer-not-kept', error, { request }),
    )
    await Promise.all([upload?.discard(limitMs), keep])
  }
}

/**
 * Tells a person the folder to upload to, or reads the vehicle license on a picture that was uploaded there. Whose
 * picture it is must be known first: where the database is away, it is left to the mini program, which deletes its own.
 */
export async function main(event: unknown, context: FunctionContext = {}): Promise<RecognizeReply | FolderReply> {
  const clock = startClock(context)
  const { request_id: request } = context
  const { openid, environment } = whoCalls()
  let person: string
  try {
    person = await withDeadline(clock.recognitionMs(), () => personOf(openid))
  } catch (error) {
    return answer(() => Promise.reject(toRecognitionError(error)), lineOf(request))
  }
  return isFolderRequest(event)
    ? { ok: true, folder: folderOf(person) }
    : recognize({ event, person, environment, clock, request })
}
