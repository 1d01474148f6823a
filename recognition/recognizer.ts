import { createHash } from 'node:crypto'
import type { Reading, RecognitionType, RecognizeReply } from '../miniprogram/vehicle-license/recognition'
import { answer, type Outcome } from './answer'
import { withDeadline } from './deadline'
import { describeCause } from './describe-cause'
import type { Engine } from './engine'
import { fallOver, wechatBudget } from './fall-over'
import type { Answers } from './idempotency/answers'
import { once } from './idempotency/once'
import { createAllowance, type Limits, USUAL_LIMITS } from './limits/allowance'
import type { Counters } from './limits/counters'
import { type Picture, prepare, type Prepared } from './picture'
import { recognizeWithWechat, type RetryPolicy } from './wechat/recognize'
import type { OpenWire } from './wechat/wire'

export interface RecognizerOptions {
  /** WeChat's OCR. With `embedded` beside it, that one takes over where WeChat's cannot. */
  readonly wechat?: OpenWire
  readonly embedded?: Engine
  readonly counters: Counters
  readonly answers: Answers
  readonly limits?: Limits
  readonly retry?: RetryPolicy
  /** Takes one line for each request. */
  readonly log: (line: LogLine) => void
}

export interface LogLine extends Outcome {
  /** of the picture, once it is there */
  readonly bytes?: number
  /** Given again, not read anew. */
  readonly replayed?: boolean
  /** Why the answer could not be kept. */
  readonly trouble?: string
  readonly person: string
}

export interface Request {
  readonly type: RecognitionType
  /** Keyed hash of who asks. */
  readonly person: string
  /** Whether the asker speaks for many, as another server does: no share and no rate of one person applies. */
  readonly speaksForMany?: boolean
  readonly idempotencyKey?: string
  /** ms for the whole, fetching the picture included */
  readonly budgetMs: number
  /** Aborts when nobody waits for the answer any more. */
  readonly signal?: AbortSignal
  readonly picture: (signal: AbortSignal) => Promise<Picture>
}

export interface Recognizer {
  /** Answers by the contract. Never rejects. */
  recognize(request: Request): Promise<RecognizeReply>
}

const identityOf = ({ person, type, idempotencyKey = '' }: Request, bytes: Uint8Array): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([person, type, idempotencyKey]))
    .update(bytes)
    .digest()

/** The pipeline around the engines: admit, fetch, inspect, answer once, meter, read, retry, fall over. */
export function createRecognizer(options: RecognizerOptions): Recognizer {
  const { wechat, embedded, counters, answers, retry } = options
  const allowance = createAllowance(counters, options.limits ?? USUAL_LIMITS)

  /** @param endsAt - ms, on the clock of `performance`: when the budget is used up */
  async function read(
    { image, sendings }: Prepared,
    request: Request,
    endsAt: number,
    signal: AbortSignal,
  ): Promise<Reading> {
    const { type, budgetMs, person, speaksForMany } = request
    const meter = allowance.meter(speaksForMany ? undefined : person)

    const withWechat = async (open: OpenWire): Promise<Reading> => {
      const { recognition, quota } = await withDeadline(
        wechatBudget(budgetMs, embedded),
        (deadline) => recognizeWithWechat(open(), sendings, { type, meter, signal: deadline, ...(retry && { retry }) }),
        signal,
      )
      return { recognition, engine: 'wechat', quota }
    }
    const withEmbedded = async (engine: Engine): Promise<Reading> => {
      const picture = await image(signal)
      const withinMs = endsAt - performance.now()
      return { recognition: await engine.recognize(picture, { type, withinMs, signal }), engine: 'embedded' }
    }
    return fallOver(
      wechat && sendings.length > 0 ? () => withWechat(wechat) : undefined,
      embedded && (() => withEmbedded(embedded)),
      allowance.exhausted,
      signal,
    )
  }

  return {
    recognize(request) {
      const { person, speaksForMany = false, budgetMs } = request
      const notes: { bytes?: number; replayed?: boolean; trouble?: string } = {}

      const endsAt = performance.now() + budgetMs

      async function run(signal: AbortSignal): Promise<Reading> {
        const fetched = request.picture(signal)
        const [picture] = await Promise.all([fetched, speaksForMany ? undefined : allowance.admit(person)])
        const prepared = prepare(picture, embedded !== undefined)
        const { bytes } = prepared
        // What lies at an address may be another picture tomorrow.
        if (bytes === undefined) return read(prepared, request, endsAt, signal)

        notes.bytes = bytes.byteLength
        const { replayed, ...reading } = await once(() => read(prepared, request, endsAt, signal), {
          answers,
          identity: identityOf(request, bytes),
          claimMs: budgetMs,
          signal,
          onTrouble: (cause) => (notes.trouble = describeCause(cause)),
        })
        notes.replayed = replayed
        return reading
      }

      return answer(
        () => withDeadline(budgetMs, run, request.signal),
        (outcome) => options.log({ ...outcome, ...notes, person }),
      )
    },
  }
}
