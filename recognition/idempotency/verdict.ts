import { type ErrorCode, RecognitionError } from '../../miniprogram/vehicle-license/errors'
import type { Reading } from '../../miniprogram/vehicle-license/recognition'

/** What the same picture will be answered with again: a reading, or an error that is the picture's own. */
export type Verdict = { readonly reading: Reading } | { readonly code: ErrorCode; readonly wechatCode?: number }

const OF_THE_PICTURE: readonly ErrorCode[] = ['NOT_A_LICENSE', 'IMAGE_UNREADABLE', 'IMAGE_TOO_LARGE', 'IMAGE_TOO_SMALL']

/** The verdict that an error is; `undefined` for what may be otherwise next time. */
export function verdictOf(error: unknown): Verdict | undefined {
  if (!(error instanceof RecognitionError) || !OF_THE_PICTURE.includes(error.code)) return undefined
  const { code, details } = error
  return { code, ...(details.wechatCode !== undefined && { wechatCode: details.wechatCode }) }
}

/** @throws RecognitionError where the verdict is an error */
export function readingOf(verdict: Verdict): Reading {
  if ('reading' in verdict) return verdict.reading
  const { code, wechatCode } = verdict
  throw new RecognitionError(code, wechatCode === undefined ? {} : { wechatCode })
}
