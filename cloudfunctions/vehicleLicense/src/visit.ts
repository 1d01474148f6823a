import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { RecognizeReply } from '../../../miniprogram/vehicle-license/recognition'
import { answer, toRecognitionError } from '../../../recognition/answer'
import { withDeadline } from '../../../recognition/deadline'
import type { Answers } from '../../../recognition/idempotency/answers'
import { createRecognizer } from '../../../recognition/recognizer'
import type { Clock } from './clock'
import { temporaryUrl } from './cloud'
import { readConfig } from './config'
import { log } from './log'
import { readRequest } from './request'
import { createCloudCounters } from './state/counters'
import { personOf } from './state/persons'
import type { Upload } from './upload'
import { cloudCallWire } from './wire'

const { firstWay, limits } = readConfig(process.env, (problem) => log.warn({ problem }, 'setting'))
const counters = createCloudCounters()

/** One call of the function. */
export interface Visit {
  readonly event: unknown
  readonly openid: string
  /** Where the event names one that may be read. */
  readonly upload: Upload | undefined
  readonly answers: Answers
  readonly clock: Clock
  /** The platform's id of the call, for the log. */
  readonly request: string | undefined
}

async function recognize(visit: Visit, upload: Upload, writeLine: (line: object) => void): Promise<RecognizeReply> {
  const asked = readRequest(visit.event)
  // Begun before the person is known: the key to that may have to be fetched.
  const bytes = upload.download()
  const person = await withDeadline(visit.clock.recognitionMs(), () => personOf(visit.openid))
  const recognizer = createRecognizer({
    wechat: () => cloudCallWire,
    counters,
    answers: visit.answers,
    limits,
    log: writeLine,
  })
  return recognizer.recognize({
    ...asked,
    person,
    budgetMs: visit.clock.recognitionMs(),
    picture: async () => ({
      bytes: await bytes,
      url: () => temporaryUrl(upload.fileID),
      urlFirst: firstWay === 'url',
    }),
  })
}

/** Answers by the contract, and logs one line. Never rejects. */
export async function answerVisit(visit: Visit): Promise<RecognizeReply> {
  const writeLine = (line: object): void => log.info({ request: visit.request, ...line }, 'recognize')
  try {
    if (visit.upload === undefined) throw new RecognitionError('INVALID_REQUEST')
    return await recognize(visit, visit.upload, writeLine)
  } catch (error) {
    return answer(() => Promise.reject(toRecognitionError(error)), writeLine)
  }
}
