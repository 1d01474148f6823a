import type { RecognitionType, RecognizeReply } from '../../miniprogram/vehicle-license/recognition'

/** Per batch. */
export const MAX_PICTURES = 500

/** Stored with each batch. */
export interface BatchOrder {
  /** Keyed hash of the sender, or an API client's id. */
  readonly person: string
  readonly type: RecognitionType
}

/** The result of one picture. */
export interface PictureResult {
  /** Position in the batch, from 0. File names are not stored: they may contain a plate number. */
  readonly index: number
  /** ms of the last attempt */
  readonly ms: number
  readonly reply: RecognizeReply
}

export interface Progress {
  /** Pictures in the batch. */
  readonly total: number
  /** Pictures answered, failures included. */
  readonly done: number
}

export type Batch = BatchOrder & Progress

/** A picture waiting to be recognized. */
export type QueuedPicture = BatchOrder & { readonly bytes: Buffer }
