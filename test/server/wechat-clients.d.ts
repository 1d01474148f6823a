/** What the tests use of packages that come without types. */
declare module 'co-wechat-api' {
  export default class WechatApi {
    constructor(appid: string, secret: string)
    prefix: string
    saveToken(token: { accessToken: string; expireTime: number }): Promise<void>
    ensureAccessToken(): Promise<{ accessToken: string }>
    request(url: string, options: object): Promise<object>
  }
}

declare module 'formstream' {
  import type { Readable } from 'node:stream'
  interface Form extends Readable {
    file(name: string, path: string, filename: string, bytes: number): this
    headers(): Record<string, string>
  }
  export default function formstream(): Form
}
