import type { SendOptions } from './back-end'

interface Callbacks<Result> {
  readonly success: (result: Result) => void
  readonly fail: (error: unknown) => void
}

/**
 * Follows an upload that `start` begins: tells how far it is, and ends it when nobody waits for it any more. Rejects
 * with the platform's error.
 */
export function upload<Result>(
  start: (callbacks: Callbacks<Result>) => WechatMiniprogram.UploadTask,
  { onProgress, cancellation }: SendOptions,
): Promise<Result> {
  return new Promise((success, fail) => {
    const task = start({ success, fail })
    // All sent: what is waited for from now on is the reading.
    task.onProgressUpdate(({ progress: percent }) =>
      onProgress(percent < 100 ? { stage: 'upload', percent } : { stage: 'recognize' }),
    )
    cancellation.onCancel(() => task.abort())
  })
}
