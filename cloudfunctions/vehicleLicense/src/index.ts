import type { RecognizeReply } from '../../../miniprogram/vehicle-license/recognition'
import { withDeadline } from '../../../recognition/deadline'
import { type FunctionContext, startClock } from './clock'
import { whoCalls } from './cloud'
import { logTrouble } from './log'
import { readFileID } from './request'
import { createCloudAnswers } from './state/answers'
import { settleLater } from './state/settle-later'
import { openUpload } from './upload'
import { answerVisit } from './visit'

const answers = createCloudAnswers()

/** Reads the vehicle license on an uploaded picture. The picture is deleted in every case. */
export async function main(event: unknown, context: FunctionContext = {}): Promise<RecognizeReply> {
  const clock = startClock(context)
  const { request_id: request } = context
  const { openid, environment } = whoCalls()
  const fileID = readFileID(event, environment)
  const upload = fileID === undefined ? undefined : openUpload(fileID, request)
  const kept = settleLater(answers)
  try {
    return await answerVisit({ event, openid, upload, answers: kept.answers, clock, request })
  } finally {
    const limitMs = clock.cleanupMs()
    const keep = withDeadline(limitMs, () => kept.settled()).catch((error: unknown) =>
      logTrouble('answer-not-kept', error, { request }),
    )
    await Promise.all([upload?.discard(limitMs), keep])
  }
}
