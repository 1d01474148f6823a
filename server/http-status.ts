import type { ErrorCode } from '../miniprogram/vehicle-license/errors'

/** Errors that only the mini program raises are 500, 502 or 507. */
export const HTTP_STATUS = {
  INVALID_REQUEST: 400,
  SESSION_EXPIRED: 401,
  NOT_FOUND: 404,
  FILE_TOO_LARGE: 413,
  IMAGE_TOO_LARGE: 413,
  IMAGE_TOO_SMALL: 422,
  IMAGE_UNREADABLE: 422,
  NOT_A_LICENSE: 422,
  QUOTA_EXHAUSTED: 429,
  RATE_LIMITED: 429,
  /** The caller hung up, so nobody reads it. */
  CANCELLED: 499,
  BATCHES_UNAVAILABLE: 501,
  ENGINE_UNAVAILABLE: 502,
  NETWORK_UNAVAILABLE: 502,
  ENGINE_BUSY: 503,
  NOT_AUTHORIZED: 503,
  TIMEOUT: 504,
  STORAGE_FULL: 507,
  CAMERA_REFUSED: 500,
  CAMERA_UNAVAILABLE: 500,
  ALBUM_UNAVAILABLE: 500,
  PRIVACY_REFUSED: 500,
} as const satisfies Record<ErrorCode, number>
