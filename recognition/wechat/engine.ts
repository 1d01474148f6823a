import pRetry from 'p-retry'
import { MAX_SENT_BYTES } from '../../miniprogram/image/limits'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { readWechatReply } from '../../miniprogram/vehicle-license/read-wechat-reply'
import type { Recognition } from '../../miniprogram/vehicle-license/recognition'
import { withDeadline } from '../deadline'
import type { Engine, RecognizeOptions } from '../engine'
import { withWarningsOf } from '../warn'
import { WECHAT_ACCEPTS } from './api'
import { readFailure, type Treatment, WechatFailure } from './failures'
import type { OpenWire, WechatInput, WechatWire } from './wire'

export interface RetryPolicy {
  /** Calls with one input, the first included. */
  readonly attempts: number
  /** ms for one call */
  readonly attemptMs: number
  /** ms before the first retry; doubled for each later one, and stretched at random by up to 2 */
  readonly backoffMs: number
}

const DEFAULT_RETRY: RetryPolicy = { attempts: 3, attemptMs: 7_000, backoffMs: 200 }

export interface WechatEngineOptions {
  readonly open: OpenWire
  /** Sends the URL before the bytes if there is one. */
  readonly urlFirst?: boolean
  readonly retry?: RetryPolicy
}

const isTreatedBy = (error: unknown, treatment: Treatment): boolean =>
  error instanceof WechatFailure && error.consequences.treatment === treatment

/** WeChat may have counted a call that timed out, so it stays charged. */
const timeoutFailure = (error: unknown): WechatFailure | undefined =>
  error instanceof RecognitionError && error.code === 'TIMEOUT'
    ? new WechatFailure(error, { treatment: 'retry' })
    : undefined

const parseReply = (reply: unknown, input: WechatInput): Recognition =>
  'img' in input ? withWarningsOf(input.img, readWechatReply(reply)) : readWechatReply(reply)

/** Charges the quota, calls, and refunds a call that never reached WeChat. */
async function call(
  wire: WechatWire,
  input: WechatInput,
  { type, signal, meter }: RecognizeOptions,
  attemptMs: number,
): Promise<Recognition> {
  signal.throwIfAborted()
  const charge = await meter?.take()
  try {
    signal.throwIfAborted()
  } catch (reason) {
    await charge?.giveBack()
    throw reason
  }

  let failure: WechatFailure | undefined
  try {
    const reply = await withDeadline(attemptMs, (deadline) => wire.send(input, type, deadline), signal)
    failure = readFailure(reply)
    if (failure === undefined) return parseReply(reply, input)
  } catch (error) {
    signal.throwIfAborted()
    failure = readFailure(error) ?? timeoutFailure(error)
    if (failure === undefined) throw error
  }
  if (failure.consequences.unspent) await charge?.giveBack()
  if (failure.consequences.closesDay) await charge?.closeDay()
  throw failure
}

async function sendFirstOf(
  [first, second]: readonly WechatInput[],
  send: (input: WechatInput) => Promise<Recognition>,
): Promise<Recognition> {
  if (first === undefined) throw new RecognitionError('IMAGE_UNREADABLE')
  try {
    return await send(first)
  } catch (firstError) {
    if (second === undefined || !isTreatedBy(firstError, 'other-input')) throw firstError
    return send(second).catch((error: unknown) => {
      // If neither input works, the error about the bytes is about the picture itself.
      throw isTreatedBy(error, 'other-input') && 'img' in first ? firstError : error
    })
  }
}

/**
 * WeChat's OCR, with the treatment that its error table prescribes: jittered retries, one fresh access token, and one
 * switch between bytes and URL.
 */
export function createWechatEngine({ open, urlFirst, retry = DEFAULT_RETRY }: WechatEngineOptions): Engine {
  async function recognize(inputs: readonly WechatInput[], options: RecognizeOptions): Promise<Recognition> {
    const { signal } = options
    const wire = open()
    let isRenewed = false

    async function callWithFreshToken(input: WechatInput): Promise<Recognition> {
      try {
        return await call(wire, input, options, retry.attemptMs)
      } catch (error) {
        if (!isTreatedBy(error, 'fresh-token') || !wire.renewToken || isRenewed) throw error
        isRenewed = true
        await wire.renewToken(signal)
        return call(wire, input, options, retry.attemptMs)
      }
    }

    const callWithRetries = (input: WechatInput): Promise<Recognition> =>
      pRetry(() => callWithFreshToken(input), {
        retries: retry.attempts - 1,
        minTimeout: retry.backoffMs,
        randomize: true,
        signal,
        shouldRetry: (error) => isTreatedBy(error, 'retry'),
      })

    try {
      return await sendFirstOf(inputs, callWithRetries)
    } catch (error) {
      throw error instanceof WechatFailure ? error.error : error
    }
  }

  return {
    accepts: WECHAT_ACCEPTS,
    maxBytes: MAX_SENT_BYTES,
    recognize(image, options) {
      const inputs: WechatInput[] = [{ img: image }, ...(image.url ? [{ imgUrl: image.url }] : [])]
      return recognize(urlFirst ? inputs.reverse() : inputs, options)
    },
    recognizeUrl: (url, options) => recognize([{ imgUrl: url }], options),
  }
}
