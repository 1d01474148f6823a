import type { WarningCode } from '../../../vehicle-license/warnings'
import type { Cancellation } from '../../async/cancellation'

export interface CompressOptions {
  /** @param share 0..1, never falls */
  readonly onProgress?: (share: number) => void
  /** A problem with the file that does not affect the picture. */
  readonly onWarning?: (warning: WarningCode) => void
  readonly cancellation?: Cancellation
}

/** Runs a step and then reports `share` (0..1) as the progress. */
export type RunStep = <T>(share: number, work: () => Promise<T>) => Promise<T>

/** Steps reject with `CANCELLED` as soon as the compression is cancelled. */
export const stepRunner =
  ({ cancellation, onProgress }: CompressOptions): RunStep =>
  async (share, work) => {
    cancellation?.throwIfCancelled()
    const done = await (cancellation ? cancellation.race(work()) : work())
    onProgress?.(share)
    return done
  }
