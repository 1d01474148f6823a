import type { Quad } from '../image/quad'
import type { Size } from '../image/size'
import type { ErrorCode } from './errors'
import type { FieldKey, VehicleLicense } from './fields'
import type { WarningCode } from './warnings'

export interface Evidence {
  /** 0..1 */
  readonly confidence: number
  /** px of the picture as it was sent */
  readonly box: Quad
}

/** The result of every engine. */
export interface Recognition {
  readonly license: VehicleLicense
  /** WeChat's engine sends none. */
  readonly evidence?: Partial<Record<FieldKey, Evidence>>
  /** The pages that were located, px of the picture as it was sent. */
  readonly cards: { readonly main?: Quad; readonly duplicate?: Quad }
  /** px of the picture as it was sent */
  readonly imageSize?: Size
  /** Problems of the picture. Absent, not empty, from engines that do not check: WeChat's does not. */
  readonly warnings?: readonly WarningCode[]
}

/** WeChat's recognition mode: a photo with surroundings, or a flat scan that fills the picture. */
export type RecognitionType = 'photo' | 'scan'

export const isRecognitionType = (value: unknown): value is RecognitionType => value === 'photo' || value === 'scan'

/** Cloud storage folder for uploads; each person has a subfolder. */
export const UPLOAD_FOLDER = 'vehicle-license'

/** Asks the cloud function for the person's upload folder. */
export interface FolderRequest {
  readonly action: 'folder'
}

/** The cloud function's request. */
export interface RecognizeRequest {
  readonly type: RecognitionType
  /** `cloud://…`, in the person's own folder; the function deletes the file. */
  readonly fileID: string
  /** The same key and picture from the same person get the same answer for 10 minutes. At most 64 characters. */
  readonly idempotencyKey?: string
}

export type EngineName = 'wechat' | 'embedded'

export const isEngineName = (value: unknown): value is EngineName => value === 'wechat' || value === 'embedded'

export interface Count {
  readonly used: number
  readonly limit: number
}

/** Calls of WeChat's OCR today (Asia/Shanghai), including this one. */
export interface Quota extends Count {
  /** The person's own share, if the back end has one. */
  readonly person?: Count
}

/** A recognition and where it came from. */
export interface Reading {
  readonly recognition: Recognition
  /** The embedded engine takes over if configured as a fallback for WeChat's. */
  readonly engine?: EngineName
  readonly quota?: Quota
}

/** Never carries a stack, a token or an SDK's raw error. */
export interface FailedReply {
  readonly ok: false
  readonly error: {
    readonly code: ErrorCode
    readonly message: string
    readonly retryable: boolean
    readonly wechatCode?: number
  }
}

/** The JSON reply of every back end. */
export type RecognizeReply = ({ readonly ok: true } & Reading) | FailedReply

/** The function only reads and deletes files in this folder for the same person. */
export type FolderReply = { readonly ok: true; readonly folder: string } | FailedReply
