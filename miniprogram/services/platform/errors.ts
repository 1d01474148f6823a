import type { ErrorCode } from '../../vehicle-license/errors'
import { RecognitionError } from '../../vehicle-license/errors'

/** What a failed `wx` call rejects with. */
export interface PlatformError {
  readonly errMsg?: string
  readonly errCode?: number
  readonly errno?: number
}

export const platformError = (error: unknown): PlatformError =>
  typeof error === 'object' && error !== null ? error : { errMsg: String(error) }

/** Whether the person closed a dialog or picker. */
export const isCancel = (error: unknown): boolean => /\bcancel/i.test(platformError(error).errMsg ?? '')

/** `errno`: 104 (from `wx.chooseMedia`) and 103: refused by the person; 112: not declared by the operator. */
export function privacyErrorCode(error: unknown): ErrorCode | undefined {
  const { errno, errMsg = '' } = platformError(error)
  if (errno === 103 || errno === 104 || errMsg.includes('privacy permission is not authorized'))
    return 'PRIVACY_REFUSED'
  if (errno === 112 || errMsg.includes('not declared in the privacy agreement')) return 'NOT_AUTHORIZED'
  return undefined
}

export function networkErrorCode(error: unknown): ErrorCode {
  const { errMsg = '' } = platformError(error)
  if (/time(d )?out/i.test(errMsg)) return 'TIMEOUT'
  // The operator must declare the domain in WeChat's console.
  return errMsg.includes('not in domain list') ? 'NOT_AUTHORIZED' : 'NETWORK_UNAVAILABLE'
}

/** @param fallback code for errors of any other kind */
export function toRecognitionError(error: unknown, fallback: ErrorCode): RecognitionError {
  return error instanceof RecognitionError ? error : new RecognitionError(fallback, { cause: error })
}
