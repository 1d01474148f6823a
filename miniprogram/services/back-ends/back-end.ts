import type { ErrorCode } from '../../vehicle-license/errors'
import type { RecognitionType } from '../../vehicle-license/recognition'
import type { Cancellation } from '../async/cancellation'

export interface SentPicture {
  /** Path of a JPEG that is small enough to be sent. */
  readonly path: string
  readonly type: RecognitionType
}

export type SendProgress =
  /** percent 0..100 of the picture's bytes */
  { readonly stage: 'upload'; readonly percent: number } | { readonly stage: 'recognize' }

/** How somebody follows a recognition, and ends it. */
export interface SendOptions {
  readonly onProgress: (progress: SendProgress) => void
  readonly cancellation: Cancellation
}

/** Where pictures are recognized. */
export interface BackEnd {
  /** Once, before the first picture. */
  launch(): void
  /** Sends a picture. Resolves to the reply as it came; rejects with whatever went wrong on the way. */
  send(photo: SentPicture, watch: SendOptions): Promise<unknown>
  /** What of the closed list went wrong, where `send` rejected. */
  errorCode(error: unknown): ErrorCode
}
