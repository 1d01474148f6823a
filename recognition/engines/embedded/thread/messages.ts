import type { ErrorCode } from '../../../../miniprogram/vehicle-license/errors'
import type { Recognition } from '../../../../miniprogram/vehicle-license/recognition'

/** What the thread is started with. */
export interface Setup {
  /** How many cores one inference may use. */
  readonly threads: number
}

/** To the thread, one at a time: a picture, or none to only wait until the models are loaded. */
export interface Job {
  readonly bytes?: Uint8Array
}

/** From the thread: errors do not keep their class on the way, so their code goes by itself. */
export type Outcome =
  | { readonly ok: true; readonly recognition?: Recognition }
  | { readonly ok: false; readonly code: ErrorCode; readonly cause?: unknown }
