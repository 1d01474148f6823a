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

/** What every engine returns. */
export interface Recognition {
  readonly license: VehicleLicense
  /** Only from engines that say how they read: WeChat's does not. */
  readonly evidence?: Partial<Record<FieldKey, Evidence>>
  /** Only the pages that were found. */
  readonly cards: { readonly main?: Quad; readonly duplicate?: Quad }
  /** px, of the picture as it was sent */
  readonly imageSize?: Size
  /**
   * What is wrong with the picture, empty where nothing is. Only from engines that look for it: WeChat's does not,
   * and its recognitions have none.
   */
  readonly warnings?: readonly WarningCode[]
}

/** WeChat's recognition mode: a photo in the open, or a flat scan that fills the picture. */
export type RecognitionType = 'photo' | 'scan'

/** Folder of the cloud storage that pictures are uploaded to, each person's in one of their own. */
export const UPLOAD_FOLDER = 'vehicle-license'

/** Asks the cloud function for the folder that this person uploads to. */
export interface FolderRequest {
  readonly action: 'folder'
}

/** The cloud function's request. */
export interface RecognizeRequest {
  readonly type: RecognitionType
  /** `cloud://…` of the uploaded picture, in the person's own folder; the function deletes it. */
  readonly fileID: string
  /**
   * The same person's same picture gets the same answer for 10 minutes. A request with another key is another
   * request: it is read anew. At most 64 characters.
   */
  readonly idempotencyKey?: string
}

export type EngineName = 'wechat' | 'embedded'

export interface Count {
  readonly used: number
  readonly limit: number
}

/** Calls of WeChat's OCR today (Asia/Shanghai), this one included. */
export interface Quota extends Count {
  /** This person's share, where persons are told apart. */
  readonly person?: Count
}

/** A recognition and how it was come by. */
export interface Reading {
  readonly recognition: Recognition
  /** Which engine read the picture: the embedded one takes over where one is configured and WeChat's cannot. */
  readonly engine?: EngineName
  readonly quota?: Quota
}

/** What every back end answers where something went wrong: never a stack, a token or an SDK's raw error. */
export interface FailedReply {
  readonly ok: false
  readonly error: {
    readonly code: ErrorCode
    readonly message: string
    readonly retryable: boolean
    readonly wechatCode?: number
  }
}

/** The cloud function's reply; every back end answers this JSON. */
export type RecognizeReply = ({ readonly ok: true } & Reading) | FailedReply

/** The reply to a `FolderRequest`. The function reads and deletes what the same person uploaded there, and nothing else. */
export type FolderReply = { readonly ok: true; readonly folder: string } | FailedReply
