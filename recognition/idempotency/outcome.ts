import { type ErrorCode, RecognitionError } from '../../miniprogram/vehicle-license/errors'
import type { Reading } from '../../miniprogram/vehicle-license/recognition'

/** A reading, or an error about the picture: the answer to the same picture next time. */
export type StoredOutcome = { readonly reading: Reading } | { readonly code: ErrorCode; readonly wechatCode?: number }

const PICTURE_ERRORS: readonly ErrorCode[] = ['NOT_A_LICENSE', 'IMAGE_UNREADABLE', 'IMAGE_TOO_LARGE', 'IMAGE_TOO_SMALL']

/** `undefined` for an error that may not recur. */
export function outcomeOf(error: unknown): StoredOutcome | undefined {
  if (!(error instanceof RecognitionError) || !PICTURE_ERRORS.includes(error.code)) return undefined
  const { code, details } = error
  return { code, ...(details.wechatCode !== undefined && { wechatCode: details.wechatCode }) }
}

/** @throws RecognitionError if the outcome is an error */
export function readingOf(outcome: StoredOutcome): Reading {
  if ('reading' in outcome) return outcome.reading
  const { code, wechatCode } = outcome
  throw new RecognitionError(code, wechatCode === undefined ? {} : { wechatCode })
}
