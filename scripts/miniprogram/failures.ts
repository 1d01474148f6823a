/** miniprogram-ci's error codes in words. Source: its documentation, and what it answers in practice. */
const WORDS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/-10008|invalid ip/i, 'This machine’s IP address is not on the list at 小程序代码上传 > IP白名单.'],
  [/-10007|invalid signature/i, 'The key file does not belong to this appid.'],
  [/80051|exceed max limit/i, 'The package is over WeChat’s limit of 2 MB.'],
  [
    /ResourceNotFound\.Function/,
    'There is no such cloud function yet, and only the console makes one: 云开发 > 云函数 > 新建, Node.js 18.15 or later, ' +
      'then set its 超时时间 to 20 s.',
  ],
  [/env not found/, 'There is no such cloud environment, or it is not this appid’s: see 云开发 > 设置 > 环境ID.'],
  [/\b10000\b/, 'The key file is missing or its path is wrong.'],
  [/\b20002\b/, 'The key file cannot be used: generate a new one at 小程序代码上传.'],
  [/\b20003\b/, 'WeChat rejected the upload.'],
  [/\b20001\b|ENOTFOUND|ECONNREFUSED|ETIMEDOUT/, 'WeChat’s servers cannot be reached.'],
]

/** What to tell the person who runs the command; the tool's own message follows. */
export function explainFailure(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown }
  const raw = `${typeof code === 'number' ? `${code} ` : ''}${typeof message === 'string' ? message : String(error)}`
  const words = WORDS.find(([pattern]) => pattern.test(raw))?.[1]
  return words === undefined ? raw : `${words}\n${raw}`
}
