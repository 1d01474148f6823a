import type { BackEndConfig } from '../../miniprogram/config'

export type PublishName = 'preview' | 'upload'

/** What is handed to WeChat, and by whom. Holds no secret: the key stays in its file. */
export interface Order {
  readonly name: PublishName
  readonly appid: string
  readonly keyFile: string
  readonly version: string
  readonly description: string
  /** 1..30: which of WeChat's CI robots is shown as the uploader. */
  readonly robot: number
  /** Another back end than the one that `miniprogram/config.ts` names. */
  readonly backEnd?: BackEndConfig
}

export interface HandedOver {
  /** Bytes that WeChat counts of the package and of its parts, by name; `__FULL__` is all of it, `__APP__` the main package. */
  readonly sizes: Readonly<Record<string, number>>
  /** Of a preview: a picture of the QR code that opens it, Base64. */
  readonly qrCode?: string
}
