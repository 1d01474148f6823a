import { readWechatReply } from '../../../miniprogram/vehicle-license/read-wechat-reply'
import { ERRORS, RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import { readReply as readBackEnd } from '../../../miniprogram/services/back-ends/reply'
import { readFailure } from '../../../recognition/wechat/failures'
import { recognitionProblem } from '../recognition-problem'
import type { SAMPLES } from './samples'

export interface Outcome {
  readonly outcome: string
  readonly problem?: string
}

/** A parser under test, with a check of its result. */
export interface Reader {
  readonly name: string
  readonly sample: keyof typeof SAMPLES
  /** @throws whatever the parser throws */
  readonly read: (reply: unknown) => Outcome
}

const outcomeOf = (outcome: string, problem: string | undefined): Outcome => ({
  outcome,
  ...(problem !== undefined && { problem }),
})

function errorProblem({ code, details: { wechatCode } }: RecognitionError): string | undefined {
  if (!Object.keys(ERRORS).includes(code)) return `the code ${code as string}`
  return wechatCode === undefined || Number.isInteger(wechatCode) ? undefined : 'wechatCode is not a whole number'
}

/** The outcome of an exception, which must be a documented error. */
export function ofThrown(error: unknown): Outcome {
  if (error instanceof RecognitionError) return outcomeOf(error.code, errorProblem(error))
  return outcomeOf('another error', error instanceof Error ? (error.stack ?? error.message) : String(error))
}

export const READERS: readonly Reader[] = [
  {
    name: 'WeChat recognition',
    sample: 'recognition',
    read: (reply) => outcomeOf('read', recognitionProblem(readWechatReply(reply))),
  },
  {
    name: 'WeChat failure',
    sample: 'failure',
    read(reply) {
      const failure = readFailure(reply)
      return failure ? ofThrown(failure.error) : { outcome: 'no failure' }
    },
  },
  {
    name: 'back-end reply',
    sample: 'backEnd',
    read: (reply) => outcomeOf('read', recognitionProblem(readBackEnd(reply).recognition)),
  },
]
