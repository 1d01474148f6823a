import type { ErrorCode } from '../../vehicle-license/errors'
import type { RecognitionType } from '../../vehicle-license/recognition'
import type { Cancellation } from '../async/cancellation'

export interface SentPicture {
  /** Path of an upright JPEG below 2 MB. */
  readonly path: string
  readonly type: RecognitionType
}

export type SendProgress =
  /** 0..100 */
  { readonly stage: 'upload'; readonly percent: number } | { readonly stage: 'recognize' }

export interface SendOptions {
  readonly onProgress: (progress: SendProgress) => void
  readonly cancellation: Cancellation
}

export interface BackEnd {
  /** Called once, before the first `send`. */
  launch(): void
  /** Resolves to the raw reply; rejects with the platform's error. */
  send(picture: SentPicture, options: SendOptions): Promise<unknown>
  /** @param error that `send` rejected with */
  errorCode(error: unknown): ErrorCode
}
