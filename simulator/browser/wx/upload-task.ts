import { listeners } from './listeners'
import { throwOnMissing } from './throw-on-missing'
import { type Callbacks, Failure, settle } from './api'

interface Progress {
  /** 0 to 100 */
  progress: number
  totalBytesSent: number
  totalBytesExpectedToSend: number
}

/** Starts an upload. @returns WeChat's UploadTask, and the promise if there are no callbacks */
export function startUpload<R extends object>(
  name: string,
  request: XMLHttpRequest,
  options: Callbacks<R>,
  send: () => Promise<R>,
) {
  const progress = listeners<Progress>()
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    const percent = total > 0 ? Math.floor((loaded / total) * 100) : 0
    progress.notify({ progress: percent, totalBytesSent: loaded, totalBytesExpectedToSend: total })
  })
  let aborted = false
  const task = throwOnMissing('UploadTask', {
    abort: (): void => {
      aborted = true
      request.abort()
    },
    onProgressUpdate: progress.on,
    offProgressUpdate: progress.off,
  })
  const running = settle(name, options, () => {
    if (aborted) throw new Failure('abort', { errCode: -1 })
    return send()
  })
  return { task, running }
}
