import type { SendOptions } from './back-end'

interface Callbacks<Result> {
  readonly success: (result: Result) => void
  readonly fail: (error: unknown) => void
}

/**
 * Reports the progress of the upload that `start` returns, and aborts it on cancellation. Rejects with the platform's
 * error.
 */
export function upload<Result>(
  start: (callbacks: Callbacks<Result>) => WechatMiniprogram.UploadTask,
  { onProgress, cancellation }: SendOptions,
): Promise<Result> {
  return new Promise((success, fail) => {
    const task = start({ success, fail })
    // All bytes are sent: from now on the recognition takes time.
    task.onProgressUpdate(({ progress: percent }) =>
      onProgress(percent < 100 ? { stage: 'upload', percent } : { stage: 'recognize' }),
    )
    cancellation.onCancel(() => task.abort())
  })
}
