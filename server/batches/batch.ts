import type { RecognitionType, RecognizeReply } from '../../miniprogram/vehicle-license/recognition'

/** Pictures in one batch, at most. */
export const MAX_PICTURES = 500

/** Who sent a batch, and how its pictures are to be read. */
export interface BatchOrder {
  /** Keyed hash of who asks. */
  readonly person: string
  readonly speaksForMany: boolean
  readonly type: RecognitionType
}

/** What became of one picture. */
export interface PictureResult {
  /** The picture's place in the batch, from 0. No file name is kept: it may hold a plate. */
  readonly index: number
  /** ms that its last attempt took */
  readonly ms: number
  readonly reply: RecognizeReply
}

/** How far a batch is. */
export interface Progress {
  /** Pictures in the batch. */
  readonly total: number
  /** Pictures answered, well or badly. */
  readonly done: number
}

export type Batch = BatchOrder & Progress

/** A picture that waits for its answer. */
export type Work = BatchOrder & { readonly bytes: Buffer }
