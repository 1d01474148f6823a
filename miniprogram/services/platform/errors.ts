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

/** The person closed a picker of the platform's: not an error. */
export const isCancel = (error: unknown): boolean => /\bcancel/i.test(platformError(error).errMsg ?? '')

/** Codes of a refused privacy agreement: 104 from `wx.chooseMedia`, 103 elsewhere; 112 is not declared by the operator. */
export function privacyErrorCode(error: unknown): ErrorCode | undefined {
  const { errno, errMsg = '' } = platformError(error)
  if (errno === 103 || errno === 104 || errMsg.includes('privacy permission is not authorized'))
    return 'PRIVACY_REFUSED'
  if (errno === 112 || errMsg.includes('not declared in the privacy agreement')) return 'NOT_AUTHORIZED'
  return undefined
}

/** Why a call over the network failed, whoever it was made to. */
export function networkErrorCode(error: unknown): ErrorCode {
  const { errMsg = '' } = platformError(error)
  if (/time(d )?out/i.test(errMsg)) return 'TIMEOUT'
  // The operator has not declared the domain in the console.
  return errMsg.includes('not in domain list') ? 'NOT_AUTHORIZED' : 'NETWORK_UNAVAILABLE'
}

/** Any failure as one of the closed list; `fallback` where nothing better is known. */
export function toRecognitionError(error: unknown, fallback: ErrorCode): RecognitionError {
  return error instanceof RecognitionError ? error : new RecognitionError(fallback, { cause: error })
}
