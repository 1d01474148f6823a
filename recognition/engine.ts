import type { WarningCode } from '../miniprogram/vehicle-license/warnings'
import type { Recognition, RecognitionType } from '../miniprogram/vehicle-license/recognition'

/** A picture that was inspected: its type is known from its bytes, its size is within the limits. */
export interface LicenseImage {
  readonly bytes: Buffer
  readonly contentType: 'image/jpeg' | 'image/png' | 'image/webp'
  /** px, as stored in the file, EXIF orientation not applied */
  readonly width: number
  readonly height: number
  /** What its file lacks. */
  readonly warnings?: readonly WarningCode[]
}

export interface RecognizeOptions {
  readonly type: RecognitionType
  /** ms that whoever asks will wait, where that is known: an engine that cannot answer by then says so at once. */
  readonly withinMs?: number
  readonly signal: AbortSignal
}

/** Image in, recognition out. Rejects with a `RecognitionError` of the closed list, or the signal's reason. */
export interface Engine {
  recognize(image: LicenseImage, options: RecognizeOptions): Promise<Recognition>
}
