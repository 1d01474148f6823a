import { bilingual, type Strings, type Text, text } from '../strings/index'
import { MAX_PICKED_BYTES } from '../image/limits'

const MAX_PICKED_MB = MAX_PICKED_BYTES / 2 ** 20

interface ErrorRow extends Text {
  /** Whether sending the same picture again may succeed. */
  readonly retryable: boolean
}

/** All error codes. Each text tells a person what to do about it. */
export const ERRORS = {
  FILE_TOO_LARGE: { ...text(({ errors }) => errors.FILE_TOO_LARGE(MAX_PICKED_MB)), retryable: false },
  IMAGE_TOO_LARGE: { ...text(({ errors }) => errors.IMAGE_TOO_LARGE), retryable: false },
  IMAGE_TOO_SMALL: { ...text(({ errors }) => errors.IMAGE_TOO_SMALL), retryable: false },
  IMAGE_UNREADABLE: { ...text(({ errors }) => errors.IMAGE_UNREADABLE), retryable: false },
  NOT_A_LICENSE: { ...text(({ errors }) => errors.NOT_A_LICENSE), retryable: false },
  QUOTA_EXHAUSTED: { ...text(({ errors }) => errors.QUOTA_EXHAUSTED), retryable: false },
  RATE_LIMITED: { ...text(({ errors }) => errors.RATE_LIMITED), retryable: true },
  NOT_AUTHORIZED: { ...text(({ errors }) => errors.NOT_AUTHORIZED), retryable: false },
  ENGINE_BUSY: { ...text(({ errors }) => errors.ENGINE_BUSY), retryable: true },
  ENGINE_UNAVAILABLE: { ...text(({ errors }) => errors.ENGINE_UNAVAILABLE), retryable: true },
  TIMEOUT: { ...text(({ errors }) => errors.TIMEOUT), retryable: true },
  NETWORK_UNAVAILABLE: { ...text(({ errors }) => errors.NETWORK_UNAVAILABLE), retryable: true },
  CANCELLED: { ...text(({ errors }) => errors.CANCELLED), retryable: true },
  CAMERA_REFUSED: { ...text(({ errors }) => errors.CAMERA_REFUSED), retryable: false },
  CAMERA_UNAVAILABLE: { ...text(({ errors }) => errors.CAMERA_UNAVAILABLE), retryable: true },
  ALBUM_UNAVAILABLE: { ...text(({ errors }) => errors.ALBUM_UNAVAILABLE), retryable: true },
  PRIVACY_REFUSED: { ...text(({ errors }) => errors.PRIVACY_REFUSED), retryable: true },
  STORAGE_FULL: { ...text(({ errors }) => errors.STORAGE_FULL), retryable: false },
  SESSION_EXPIRED: { ...text(({ errors }) => errors.SESSION_EXPIRED), retryable: true },
  NOT_FOUND: { ...text(({ errors }) => errors.NOT_FOUND), retryable: false },
  BATCHES_UNAVAILABLE: { ...text(({ errors }) => errors.BATCHES_UNAVAILABLE), retryable: false },
  INVALID_REQUEST: { ...text(({ errors }) => errors.INVALID_REQUEST), retryable: false },
} as const satisfies Record<keyof Strings['errors'], ErrorRow>

export type ErrorCode = keyof typeof ERRORS

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.prototype.hasOwnProperty.call(ERRORS, code)

/** The message is for people; `details.cause` is for logs and never leaves the process. */
export class RecognitionError extends Error {
  override readonly name = 'RecognitionError'
  readonly retryable: boolean

  constructor(
    readonly code: ErrorCode,
    readonly details: { readonly wechatCode?: number; readonly cause?: unknown } = {},
  ) {
    super(bilingual(ERRORS[code]))
    this.retryable = ERRORS[code].retryable
  }
}
