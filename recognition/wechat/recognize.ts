import { readWechatReply } from '../../miniprogram/vehicle-license/read-wechat-reply'
import pRetry from 'p-retry'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import type { Quota, Recognition, RecognitionType } from '../../miniprogram/vehicle-license/recognition'
import { withDeadline } from '../deadline'
import type { Meter } from '../limits/allowance'
import { withWarningsOf } from '../warn'
import { readFailure, type Treatment, WechatFailure } from './failures'
import type { Sending, WechatWire } from './wire'

export interface RetryPolicy {
  /** Calls in one way of sending, the first included. */
  readonly attempts: number
  /** One call may take so long before it is given up and repeated. */
  readonly attemptMs: number
  /** Before the first repetition; doubled for the next, each stretched at random by up to twice. */
  readonly backoffMs: number
}

export const USUAL_RETRY: RetryPolicy = { attempts: 3, attemptMs: 7_000, backoffMs: 200 }

export interface WechatOptions {
  readonly type: RecognitionType
  /** Ends everything, waiting included: the time budget of the whole. */
  readonly signal: AbortSignal
  readonly meter: Meter
  readonly retry?: RetryPolicy
}

interface Read {
  readonly recognition: Recognition
  readonly quota: Quota
}

const isTreatedBy = (error: unknown, treatment: Treatment): boolean =>
  error instanceof WechatFailure && error.consequences.treatment === treatment

/** A call that went unanswered for too long may still have been counted by WeChat. */
const outOfTime = (error: unknown): WechatFailure | undefined =>
  error instanceof RecognitionError && error.code === 'TIMEOUT'
    ? new WechatFailure(error, { treatment: 'retry' })
    : undefined

const readAnswer = (reply: unknown, sending: Sending): Recognition =>
  'img' in sending ? withWarningsOf(sending.img, readWechatReply(reply)) : readWechatReply(reply)

/** One call: taken from the quota before, given back where it never reached WeChat. */
async function call(wire: WechatWire, sending: Sending, options: WechatOptions, attemptMs: number): Promise<Read> {
  const { type, signal, meter } = options
  signal.throwIfAborted()
  const charge = await meter.take()
  try {
    signal.throwIfAborted()
  } catch (reason) {
    await charge.giveBack()
    throw reason
  }

  let failure: WechatFailure | undefined
  try {
    const reply = await withDeadline(attemptMs, (deadline) => wire.send(sending, type, deadline), signal)
    failure = readFailure(reply)
    if (failure === undefined) return { recognition: readAnswer(reply, sending), quota: charge.quota }
  } catch (error) {
    signal.throwIfAborted()
    failure = readFailure(error) ?? outOfTime(error)
    if (failure === undefined) throw error
  }
  if (failure.consequences.unspent) await charge.giveBack()
  if (failure.consequences.closesDay) await charge.closeDay()
  throw failure
}

async function sendFirstOf(sendings: readonly Sending[], send: (sending: Sending) => Promise<Read>): Promise<Read> {
  const [first, second] = sendings
  if (first === undefined) throw new RecognitionError('IMAGE_UNREADABLE')
  try {
    return await send(first)
  } catch (one) {
    if (second === undefined || !isTreatedBy(one, 'other-way')) throw one
    return send(second).catch((other: unknown) => {
      // Where neither way helps, what was said of the bytes is about the picture and not about an address.
      throw isTreatedBy(other, 'other-way') && 'img' in first ? one : other
    })
  }
}

/**
 * Has WeChat read a picture, with all that its error table prescribes: jittered repetitions for what passes, one
 * fresh access token, one change between bytes and URL.
 *
 * @param sendings - the first is tried first, the second where that does not arrive
 * @throws RecognitionError; the signal's reason
 */
export async function recognizeWithWechat(
  wire: WechatWire,
  sendings: readonly Sending[],
  options: WechatOptions,
): Promise<Read> {
  const { signal, retry = USUAL_RETRY } = options
  let isRenewed = false

  async function withFreshToken(sending: Sending): Promise<Read> {
    try {
      return await call(wire, sending, options, retry.attemptMs)
    } catch (error) {
      if (!isTreatedBy(error, 'fresh-token') || !wire.renewToken || isRenewed) throw error
      isRenewed = true
      await wire.renewToken(signal)
      return call(wire, sending, options, retry.attemptMs)
    }
  }

  const withRetries = (sending: Sending): Promise<Read> =>
    pRetry(() => withFreshToken(sending), {
      retries: retry.attempts - 1,
      minTimeout: retry.backoffMs,
      randomize: true,
      signal,
      shouldRetry: (error) => isTreatedBy(error, 'retry'),
    })

  try {
    return await sendFirstOf(sendings, withRetries)
  } catch (error) {
    throw error instanceof WechatFailure ? error.error : error
  }
}
