import { createHash } from 'node:crypto'
import type { Quota, Reading, RecognitionType, RecognizeReply } from '../miniprogram/vehicle-license/recognition'
import { answer, type Outcome } from './answer'
import { withDeadline } from './deadline'
import { describeCause } from './describe-cause'
import { CONTENT_TYPES, type LicenseImage } from './engine'
import { type ListedEngine, readWithFallback } from './fallback'
import type { Answers } from './idempotency/answers'
import { dedupe } from './idempotency/dedupe'
import { type ImageSource, inspectSource, type RemoteImage } from './image-source'
import { inspect } from './inspect'
import { createAllowance, DEFAULT_LIMITS, type Limits } from './limits/allowance'
import type { Counters } from './limits/counters'

export interface RecognizerOptions {
  /** Tried in order. */
  readonly engines: readonly ListedEngine[]
  readonly counters: Counters
  readonly answers: Answers
  readonly limits?: Limits
  /** Takes one line per request. */
  readonly log: (line: LogLine) => void
}

export interface LogLine extends Outcome {
  /** Size of the picture, once it is loaded. */
  readonly bytes?: number
  /** Whether an earlier answer was returned. */
  readonly replayed?: boolean
  /** Why the answer could not be stored. */
  readonly trouble?: string
  readonly person: string
}

export interface Request {
  readonly type: RecognitionType
  /** Keyed hash of the caller. */
  readonly person: string
  /** Whether the caller is a server that acts for many persons: limits per person do not apply. */
  readonly isApiClient?: boolean
  readonly idempotencyKey?: string
  /** ms for the whole request, loading the picture included */
  readonly budgetMs: number
  /** Aborts when the caller hangs up. */
  readonly signal?: AbortSignal
  readonly load: (signal: AbortSignal) => Promise<ImageSource>
}

export interface Recognizer {
  /** Never rejects. */
  recognize(request: Request): Promise<RecognizeReply>
}

const identityOf = ({ person, type, idempotencyKey = '' }: Request, bytes: Uint8Array): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([person, type, idempotencyKey]))
    .update(bytes)
    .digest()

/** The pipeline around the engines: admit, load, inspect, dedupe, meter, read, retry, fall back. */
export function createRecognizer(options: RecognizerOptions): Recognizer {
  const { engines, counters, answers } = options
  const allowance = createAllowance(counters, options.limits ?? DEFAULT_LIMITS)

  /** @param endsAt - ms on the clock of `performance` */
  async function read(
    image: LicenseImage | RemoteImage,
    { type, budgetMs, person, isApiClient }: Request,
    endsAt: number,
    signal: AbortSignal,
  ): Promise<Reading> {
    const meter = allowance.meter(isApiClient ? undefined : person)

    async function readWith({ name, engine, reserve = 0 }: ListedEngine, isLast: boolean): Promise<Reading> {
      const { accepts: accept = CONTENT_TYPES } = engine
      const deadline = isLast ? endsAt : performance.now() + budgetMs * (1 - reserve)
      const charged: { quota?: Quota } = {}
      const take = async () => {
        const charge = await meter.take()
        charged.quota = charge.quota
        return charge
      }
      const recognize = async (signal: AbortSignal) => {
        const common = { type, signal, meter: { take } }
        if (!('bytes' in image) && engine.recognizeUrl) return engine.recognizeUrl(image.url, common)
        const inspected = 'bytes' in image ? image : inspect(await image.download(signal), { accept })
        return engine.recognize(inspected, { ...common, withinMs: deadline - performance.now() })
      }
      const recognition = await (isLast
        ? recognize(signal)
        : withDeadline(deadline - performance.now(), recognize, signal))
      return { recognition, ...(name && { engine: name }), ...charged }
    }

    const able = engines.filter(
      ({ engine: { accepts = CONTENT_TYPES } }) => !('bytes' in image) || accepts.includes(image.contentType),
    )
    return readWithFallback(able, readWith, allowance.exhausted, signal)
  }

  return {
    recognize(request) {
      const { person, isApiClient = false, budgetMs } = request
      const notes: { bytes?: number; replayed?: boolean; trouble?: string } = {}
      const endsAt = performance.now() + budgetMs

      async function run(signal: AbortSignal): Promise<Reading> {
        const loading = request.load(signal)
        const [source] = await Promise.all([loading, isApiClient ? undefined : allowance.admit(person)])
        const image = inspectSource(
          source,
          engines.map(({ engine }) => engine),
        )
        // The picture at a URL may change, so its reading is not stored.
        if (!('bytes' in source)) return read(image, request, endsAt, signal)

        notes.bytes = source.bytes.byteLength
        const { replayed, ...reading } = await dedupe(() => read(image, request, endsAt, signal), {
          answers,
          identity: identityOf(request, source.bytes),
          claimMs: budgetMs,
          signal,
          onStoreError: (cause) => (notes.trouble = describeCause(cause)),
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
