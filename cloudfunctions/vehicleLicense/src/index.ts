import type { RecognizeReply } from '../../../miniprogram/vehicle-license/recognition'
import { answer } from '../../../recognition/answer'
import { withDeadline } from '../../../recognition/deadline'
import { describeCause } from '../../../recognition/describe-cause'
import { deleteFile } from './cloud'
import { CLEANUP_MS, type FunctionContext, recognitionBudget } from './config'
import { readFileID, readRequest } from './request'
import { recognizeFile } from './recognize-file'

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

/** Reads the vehicle license on an uploaded picture. The picture is deleted in every case. */
export async function main(event: unknown, context: FunctionContext = {}): Promise<RecognizeReply> {
  const request = context.request_id
  const fileID = readFileID(event)
  try {
    return await answer(
      () => withDeadline(recognitionBudget(context), async (signal) => recognizeFile(readRequest(event), signal)),
      (outcome) => {
        log({ event: 'recognize', request, ...outcome })
      },
    )
  } finally {
    if (fileID !== undefined) await discard(fileID, request)
  }
}
