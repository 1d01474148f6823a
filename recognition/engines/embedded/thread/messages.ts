import type { ErrorCode } from '../../../../miniprogram/vehicle-license/errors'
import type { Recognition } from '../../../../miniprogram/vehicle-license/recognition'
import type { RuntimeName } from '../ocr/runtime/runtime'

/** What a thread is started with. */
export interface Setup {
  /** How many cores one inference may use. */
  readonly threads: number
  /** Native unless given, and WebAssembly where that cannot be loaded. */
  readonly runtime?: RuntimeName
  /** Folder of the networks, if not the engine's own. */
  readonly weights?: string
}

/** To the thread, a picture at a time. */
export interface Job {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Its first number is 1 when nobody waits any more: a thread that reads does not get messages. */
  readonly cancelled: Int32Array
}

/** From the thread, for each picture: errors do not keep their class on the way, so their code goes by itself. */
export type Outcome =
  | { readonly ok: true; readonly recognition: Recognition }
  | { readonly ok: false; readonly code: ErrorCode; readonly cause?: unknown }

/** From the thread, once: its models are loaded and warm. */
export const READY = 'ready'
