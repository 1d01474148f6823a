import type { RecognizeReply } from '../../../miniprogram/vehicle-license/recognition'
import { errorReply, toRecognitionError } from '../../../recognition/answer'
import { withDeadline } from '../../../recognition/deadline'
import { describeCause } from '../../../recognition/describe-cause'
import { createMemoryAnswers } from '../../../recognition/idempotency/memory-answers'
import { createMemoryCounters } from '../../../recognition/limits/memory-counters'
import { createRecognizer } from '../../../recognition/recognizer'
import { deleteFile, downloadFile, temporaryUrl } from './cloud'
import { CLEANUP_MS, FIRST_WAY, type FunctionContext, recognitionBudget } from './config'
import { readFileID, readRequest } from './request'
import { cloudCallWire } from './wire'

/** One line of JSON, for the console's log search. Holds no value, no picture, no token and nobody's id. */
const log = (line: object): void => {
  console.log(JSON.stringify(line))
}

/** Deletes the uploaded picture. A failure is only logged: the person has a recognition, or their own error. */
async function discard(fileID: string, request: string | undefined): Promise<void> {
  try {
    await withDeadline(CLEANUP_MS / 2, () => deleteFile(fileID))
  } catch (error) {
    log({ event: 'delete-failed', request, cause: describeCause(error) })
  }
}

const recognizer = createRecognizer({
  wechat: () => cloudCallWire,
  counters: createMemoryCounters(),
  answers: createMemoryAnswers(),
  log: (line) => log({ event: 'recognize', ...line }),
})

/** Reads the vehicle license on an uploaded picture. The picture is deleted in every case. */
export async function main(event: unknown, context: FunctionContext = {}): Promise<RecognizeReply> {
  const fileID = readFileID(event)
  try {
    const { type, idempotencyKey } = readRequest(event)
    return await recognizer.recognize({
      type,
      person: '',
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      budgetMs: recognitionBudget(context),
      picture: async () => ({
        bytes: await downloadFile(fileID ?? ''),
        url: () => temporaryUrl(fileID ?? ''),
        urlFirst: FIRST_WAY === 'url',
      }),
    })
  } catch (error) {
    return errorReply(toRecognitionError(error))
  } finally {
    if (fileID !== undefined) await discard(fileID, context.request_id)
  }
}
