import type { Failure } from '../command/errors'

interface Explanation {
  readonly code: string
  readonly pattern: RegExp
  /** What to do; `$1` is the pattern's first group. */
  readonly words: string
}

const UPLOAD_KEY = 'mp.weixin.qq.com > 开发管理 > 开发设置 > 小程序代码上传'

/**
 * Explanations of miniprogram-ci's errors; the first match wins. Sources: its `config.js`, its documentation and issue
 * reports. WeChat's own codes come first, because they appear in the text of miniprogram-ci's.
 */
const EXPLANATIONS: readonly Explanation[] = [
  {
    code: 'IP_NOT_LISTED',
    pattern: /invalid ip:? *([\da-f.:]*[\da-f])/i,
    words: `This machine’s address, $1, is not whitelisted: add it at ${UPLOAD_KEY} > IP白名单, or turn the whitelist off.`,
  },
  {
    code: 'IP_NOT_LISTED',
    pattern: /-10008\b|invalid ip/i,
    words: `This machine’s address is not whitelisted at ${UPLOAD_KEY} > IP白名单.`,
  },
  {
    code: 'KEY_MISMATCH',
    pattern: /-10007\b|invalid signature|innerCode: -80002\b/i,
    words: `The key file does not belong to this appid, or was replaced: download it again at ${UPLOAD_KEY} > 重置.`,
  },
  {
    code: 'APPID_UNKNOWN',
    pattern: /\b40013\b|invalid appid/i,
    words: 'WeChat does not know this appid: compare it with mp.weixin.qq.com > 开发管理 > 开发设置 > 开发者ID.',
  },
  {
    code: 'PACKAGE_TOO_LARGE',
    pattern: /80051\b|80200\b|source size (\d+ ?KB )?exceed|exceed max limit|代码包大小超过限制/i,
    words: 'The package is over WeChat’s limit of 2 MB: `npm run check -- compile` lists the largest files.',
  },
  {
    code: 'PLUGIN_NOT_ADDED',
    pattern: /\b80082\b/,
    words:
      'app.json uses a plugin that this mini program has not added: mp.weixin.qq.com > 设置 > 第三方设置 > 插件管理.',
  },
  {
    code: 'VERSION_EXISTS',
    pattern: /version.{0,20}exist|版本号?.{0,6}已存在/i,
    words: 'This version exists already: choose another with --version, or increase it in package.json.',
  },
  {
    code: 'TOO_OFTEN',
    pattern: /\b4500[9]\b|\b45011\b|freq(uency)? limit|too (many|frequent)|频率/i,
    words: 'Rate limit reached: wait a minute and try again.',
  },
  {
    code: 'FUNCTION_MISSING',
    pattern: /ResourceNotFound\.Function/,
    words:
      'The cloud function does not exist yet, and only the console can create it: 云开发 > 云函数 > 新建, Node.js 18.15 or later, ' +
      'then set its 超时时间 to 20 s.',
  },
  {
    code: 'ENVIRONMENT_UNKNOWN',
    pattern: /env(ironment)? (is )?not (found|exist)/i,
    words: 'The cloud environment does not exist, or belongs to another appid: see 云开发 > 设置 > 环境ID.',
  },
  {
    code: 'CERTIFICATE_REFUSED',
    pattern: /self.signed certificate|unable to (verify|get)[\w ]*certificate|CERT_|certificate has expired/i,
    words:
      'Node does not trust the certificate it was given, perhaps by a company’s proxy: name the certificate’s file in ' +
      'NODE_EXTRA_CA_CERTS.',
  },
  {
    code: 'PROXY_REFUSED',
    pattern: /tunneling socket could not be established/i,
    words: 'The proxy refused a connection to servicewechat.com: check HTTPS_PROXY.',
  },
  {
    code: 'UNREACHABLE',
    pattern: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|E(SOCKET)?TIMEDOUT|EHOSTUNREACH|ENETUNREACH|socket hang up/,
    words: 'WeChat’s servers are unreachable: check the network, and HTTPS_PROXY if there is a proxy.',
  },
  {
    code: 'NOT_WECHAT',
    pattern: /Unexpected (token|end)|not (a )?valid JSON/i,
    words: 'The reply is not from WeChat: a proxy or a network log-in page may have answered. Or WeChat is down.',
  },
  {
    code: 'KEY_INVALID',
    pattern: /\b20002\b/,
    words: `Signing with the key file failed: download a new one at ${UPLOAD_KEY} > 重置.`,
  },
  {
    code: 'NOT_SIGNED',
    pattern: /\b20001\b/,
    words: 'WeChat rejected this appid: compare it with 开发管理 > 开发设置 > 开发者ID.',
  },
  { code: 'REFUSED', pattern: /\b20003\b/, words: 'WeChat rejected the package; see the reason below.' },
  {
    code: 'NOT_COMPILED',
    pattern: /^(1000[5-9]|1003\d|1004\d|20000) /,
    words: 'The mini program does not compile: run `npm run check` for details.',
  },
  {
    code: 'CALLED_WRONGLY',
    pattern: /^10000 /,
    words: 'miniprogram-ci rejected an argument, or the key file has been deleted.',
  },
]

export function explainFailure(error: unknown): Failure {
  const { code, message } = error as { code?: unknown; message?: unknown }
  const detail = `${typeof code === 'number' ? `${code} ` : ''}${typeof message === 'string' ? message : String(error)}`
  for (const { code: word, pattern, words } of EXPLANATIONS) {
    const found = pattern.exec(detail)
    if (found) return { code: word, message: words.replace('$1', found[1] ?? ''), detail }
  }
  return { code: 'UNKNOWN', message: 'miniprogram-ci failed for an unknown reason.', detail }
}
