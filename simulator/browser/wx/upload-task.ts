import { type Callbacks, Failure, settle } from './api'
import { loud } from './loud'

interface Progress {
  /** 0 to 100. */
  progress: number
  totalBytesSent: number
  totalBytesExpectedToSend: number
}
type ProgressListener = (progress: Progress) => void

/**
 * Starts an upload in WeChat's two styles.
 *
 * @param send sends the request and gives the result.
 * @returns WeChat's UploadTask, and the promise where there are no callbacks.
 */
export function startUpload<R extends object>(
  name: string,
  request: XMLHttpRequest,
  options: Callbacks<R>,
  send: () => Promise<R>,
) {
  const listeners = new Set<ProgressListener>()
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    const progress = total > 0 ? Math.floor((loaded / total) * 100) : 0
    listeners.forEach((listener) => {
      listener({ progress, totalBytesSent: loaded, totalBytesExpectedToSend: total })
    })
  })
  let aborted = false
  const task = loud('UploadTask', {
    abort: (): void => {
      aborted = true
      request.abort()
    },
    onProgressUpdate: (listener: ProgressListener): void => {
      listeners.add(listener)
    },
    offProgressUpdate: (listener: ProgressListener): void => {
      listeners.delete(listener)
    },
  })
  const running = settle(name, options, () => {
    if (aborted) throw new Failure('abort', { errCode: -1 })
    return send()
  }) as ReturnType<typeof settle<R>> | undefined
  return { task, running }
}
