import type { RecognizeReply } from '../../miniprogram/vehicle-license/recognition'
import { RECOGNITION } from '../recognition/pictures'

export const REPLY: RecognizeReply = { ok: true, recognition: RECOGNITION, engine: 'wechat' }

export interface UploadOptions {
  readonly filePath: string
  readonly success: (result: object) => void
  readonly fail: (error: object) => void
}

/** An upload whose progress and end a test controls. */
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
