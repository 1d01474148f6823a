import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { RecognizeReply } from '../../../miniprogram/vehicle-license/recognition'
import { answer, toRecognitionError } from '../../../recognition/answer'
import type { Answers } from '../../../recognition/idempotency/answers'
import { createRecognizer } from '../../../recognition/recognizer'
import { createWechatEngine } from '../../../recognition/wechat/engine'
import type { Clock } from './clock'
import { temporaryUrl } from './cloud'
import { readConfig } from './config'
import { log } from './log'
import { readRequest } from './request'
import { createCloudCounters } from './state/counters'
import type { Upload } from './upload'
import { cloudCallWire } from './wire'

const { firstWay, limits } = readConfig(process.env, (problem) => log.warn({ problem }, 'setting'))
const engine = createWechatEngine({ open: () => cloudCallWire, urlFirst: firstWay === 'url' })
const counters = createCloudCounters()

/** One call of the function. */
export interface Visit {
  readonly event: unknown
  /** Keyed hash of who calls. */
  readonly person: string
  /** Where the event names one that may be read. */
  readonly upload: Upload | undefined
  readonly answers: Answers
  readonly clock: Clock
  /** The platform's id of the call, for the log. */
  readonly request: string | undefined
}

function recognize(visit: Visit, upload: Upload, writeLine: (line: object) => void): Promise<RecognizeReply> {
  const asked = readRequest(visit.event)
  const bytes = upload.download()
  const recognizer = createRecognizer({
    engines: [{ name: 'wechat', engine }],
    counters,
    answers: visit.answers,
    limits,
    log: writeLine,
  })
  return recognizer.recognize({
    ...asked,
    person: visit.person,
    budgetMs: visit.clock.recognitionMs(),
    load: async () => ({ bytes: await bytes, url: () => temporaryUrl(upload.fileID) }),
  })
}

/** The line of a request's log. */
export const lineOf =
  (request: string | undefined) =>
  (line: object): void =>
    log.info({ request, ...line }, 'recognize')

/** Answers by the contract, and logs one line. Never rejects. */
export async function answerVisit(visit: Visit): Promise<RecognizeReply> {
  const writeLine = lineOf(visit.request)
  try {
    if (visit.upload === undefined) throw new RecognitionError('INVALID_REQUEST')
    return await recognize(visit, visit.upload, writeLine)
  } catch (error) {
    return answer(() => Promise.reject(toRecognitionError(error)), writeLine)
  }
}
