import type { ErrorCode } from '../../../../miniprogram/vehicle-license/errors'
import type { Recognition } from '../../../../miniprogram/vehicle-license/recognition'
import type { RuntimeName } from '../ocr/runtime/runtime'

/** Options of a thread. */
export interface Setup {
  /** Cores per inference. */
  readonly threads: number
  /** Default: native, with WebAssembly as fallback. */
  readonly runtime?: RuntimeName
  /** Folder of the models, by default the engine's own. */
  readonly weights?: string
}

/** Sent to the thread, one picture at a time. */
export interface Job {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Shared; element 0 becomes 1 to cancel, as a busy thread receives no messages. */
  readonly cancelled: Int32Array
}

/** Sent for each picture. Structured cloning drops the class of an error, so its code is sent instead. */
export type Outcome =
  | { readonly ok: true; readonly recognition: Recognition }
  | { readonly ok: false; readonly code: ErrorCode; readonly cause?: unknown }

/** Sent once, when the models are loaded and warm. */
export const READY = 'ready'
