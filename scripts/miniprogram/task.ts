import type { BackEndConfig } from '../../miniprogram/config'

export type PublishName = 'preview' | 'upload'

/** Passed on a command line, so it holds no secret: the key stays in its file. */
export interface PublishTask {
  readonly name: PublishName
  readonly appid: string
  readonly keyFile: string
  readonly version: string
  readonly description: string
  /** WeChat's CI robot shown as the uploader, 1..30. */
  readonly robot: number
  /** Replaces the back end in `miniprogram/config.ts`. */
  readonly backEnd?: BackEndConfig
}

export interface PublishResult {
  /** Bytes of each package as WeChat counts them; `__FULL__` is the total, `__APP__` the main package. */
  readonly sizes: Readonly<Record<string, number>>
  /** Previews only: the QR code as a Base64 picture. */
  readonly qrCode?: string
}
