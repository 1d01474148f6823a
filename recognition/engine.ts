import type { Recognition, RecognitionType } from '../miniprogram/vehicle-license/recognition'
import type { WarningCode } from '../miniprogram/vehicle-license/warnings'
import type { Meter } from './limits/allowance'

export const CONTENT_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export type ContentType = (typeof CONTENT_TYPES)[number]

/** An inspected picture: its type is known from its bytes, and its size is within the limits. */
export interface LicenseImage {
  readonly bytes: Buffer
  readonly contentType: ContentType
  /** px, as stored in the file, EXIF orientation not applied */
  readonly width: number
  readonly height: number
  /** What is wrong with the file. */
  readonly warnings?: readonly WarningCode[]
  /** Returns a URL of the same picture, if there is one. */
  readonly url?: () => Promise<string>
}

export interface RecognizeOptions {
  readonly type: RecognitionType
  /** ms that the caller will wait; an engine that cannot answer by then fails at once */
  readonly withinMs?: number
  readonly signal: AbortSignal
  /** Charged for each call of a metered API. */
  readonly meter?: Meter
}

/** Image in, recognition out. Rejects with a `RecognitionError` or the signal's reason. */
export interface Engine {
  /** All types by default. */
  readonly accepts?: readonly ContentType[]
  /** bytes of the largest file it accepts */
  readonly maxBytes?: number
  recognize(image: LicenseImage, options: RecognizeOptions): Promise<Recognition>
  /** Recognizes a picture that the engine downloads itself. */
  recognizeUrl?(url: () => Promise<string>, options: RecognizeOptions): Promise<Recognition>
  /** Loads models ahead of the first picture. */
  warm?(): Promise<void>
  close?(): Promise<void>
}
