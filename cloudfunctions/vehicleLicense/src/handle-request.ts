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

const { firstInput, limits } = readConfig(process.env, (problem) => log.warn({ problem }, 'setting'))
const engine = createWechatEngine({ open: () => cloudCallWire, urlFirst: firstInput === 'url' })
const counters = createCloudCounters()

interface FunctionRequest {
  readonly event: unknown
  /** Keyed hash of the caller. */
  readonly person: string
  /** `undefined` if the event names no file of the person. */
  readonly upload: Upload | undefined
  readonly answers: Answers
  readonly clock: Clock
  /** The platform's request id, for the log. */
  readonly request: string | undefined
}

function recognize(
  { event, person, answers, clock }: FunctionRequest,
  upload: Upload,
  writeLine: (line: object) => void,
): Promise<RecognizeReply> {
  const fields = readRequest(event)
  const bytes = upload.download()
  const recognizer = createRecognizer({
    engines: [{ name: 'wechat', engine }],
    counters,
    answers,
    limits,
    log: writeLine,
  })
  return recognizer.recognize({
    ...fields,
    person,
    budgetMs: clock.recognitionMs(),
    load: async () => ({ bytes: await bytes, url: () => temporaryUrl(upload.fileID) }),
  })
}

/** Logs a request's line. */
export const logLineOf =
  (request: string | undefined) =>
  (line: object): void =>
    log.info({ request, ...line }, 'recognize')

/** Replies to a request, and logs one line. Never rejects. */
export async function handleRequest(request: FunctionRequest): Promise<RecognizeReply> {
  const writeLine = logLineOf(request.request)
  try {
    if (request.upload === undefined) throw new RecognitionError('INVALID_REQUEST')
    return await recognize(request, request.upload, writeLine)
  } catch (error) {
    return answer(() => Promise.reject(toRecognitionError(error)), writeLine)
  }
}
