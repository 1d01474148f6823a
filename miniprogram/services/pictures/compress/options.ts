import type { WarningCode } from '../../../vehicle-license/warnings'
import type { Cancellation } from '../../async/cancellation'

/** How somebody follows a compression, and ends it. */
export interface CompressOptions {
  /** 0..1, growing */
  onProgress?(share: number): void
  /** What is wrong with the file, though its picture is whole. */
  onWarning?(warning: WarningCode): void
  readonly cancellation?: Cancellation
}

/** Does one step, after which so much (0..1) of all is done. */
export type RunStep = <T>(share: number, work: () => Promise<T>) => Promise<T>

/** Steps that are not begun, and not waited for, once cancelled: they reject with `CANCELLED`. */
export const stepRunner =
  (watch: CompressOptions): RunStep =>
  async (share, work) => {
    const { cancellation } = watch
    cancellation?.throwIfCancelled()
    const done = await (cancellation ? cancellation.race(work()) : work())
    watch.onProgress?.(share)
    return done
  }
