import type { RecognizeReply } from '../../miniprogram/vehicle-license/recognition'
import { RECOGNITION } from '../recognition/pictures'

export const REPLY: RecognizeReply = { ok: true, recognition: RECOGNITION, engine: 'wechat' }

export interface UploadOptions {
  readonly filePath: string
  readonly success: (result: object) => void
  readonly fail: (error: object) => void
}

/** An upload under way: a test says how far it is, and how it ends. */
export class FakeUpload<Options extends UploadOptions = UploadOptions> {
  private listener: (progress: { progress: number }) => void = () => undefined
  aborted = false

  constructor(readonly options: Options) {}

  onProgressUpdate(listener: (progress: { progress: number }) => void): void {
    this.listener = listener
  }

  progress(percent: number): void {
    this.listener({ progress: percent })
  }

  abort(): void {
    this.aborted = true
    this.options.fail({ errMsg: 'uploadFile:fail abort' })
  }
}

/** Puts `fake` in the place of the global `wx`. */
export const useWx = (fake: object): void => {
  Object.assign(globalThis, { wx: fake })
}

/** Lets everything run that waits for nothing but its turn. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
