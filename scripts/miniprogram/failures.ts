import type { Failure } from '../command/errors'

interface Explanation {
  readonly code: string
  readonly pattern: RegExp
  /** What to do; `$1` is the pattern's first group. */
  readonly words: string
}

const UPLOAD_KEY = 'mp.weixin.qq.com > 开发管理 > 开发设置 > 小程序代码上传'

/**
 * What miniprogram-ci fails with, in words; the first that fits. Sources: its code (`config.js`), its documentation, and
 * what people report of it. A code of WeChat's own is inside the text of one of miniprogram-ci's, and comes first.
 */
const EXPLANATIONS: readonly Explanation[] = [
  {
    code: 'IP_NOT_LISTED',
    pattern: /invalid ip:? *([\da-f.:]*[\da-f])/i,
    words: `This machine’s address, $1, is not on the list: add it at ${UPLOAD_KEY} > IP白名单, or switch the list off there.`,
  },
  {
    code: 'IP_NOT_LISTED',
    pattern: /-10008\b|invalid ip/i,
    words: `This machine’s address is not on the list at ${UPLOAD_KEY} > IP白名单.`,
  },
  {
    code: 'KEY_MISMATCH',
    pattern: /-10007\b|invalid signature|innerCode: -80002\b/i,
    words: `The key file does not belong to this appid, or was replaced since: download it again at ${UPLOAD_KEY} > 重置.`,
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
      'app.json uses a plugin that is not added to this mini program: mp.weixin.qq.com > 设置 > 第三方设置 > 插件管理.',
  },
  {
    code: 'VERSION_EXISTS',
    pattern: /version.{0,20}exist|版本号?.{0,6}已存在/i,
    words: 'There is such a version already: give another one with --version, or raise it in package.json.',
  },
  {
    code: 'TOO_OFTEN',
    pattern: /\b4500[9]\b|\b45011\b|freq(uency)? limit|too (many|frequent)|频率/i,
    words: 'WeChat was asked too often: wait a minute and try again.',
  },
  {
    code: 'FUNCTION_MISSING',
    pattern: /ResourceNotFound\.Function/,
    words:
      'There is no such cloud function yet, and only the console makes one: 云开发 > 云函数 > 新建, Node.js 18.15 or later, ' +
      'then set its 超时时间 to 20 s.',
  },
  {
    code: 'ENVIRONMENT_UNKNOWN',
    pattern: /env(ironment)? (is )?not (found|exist)/i,
    words: 'There is no such cloud environment, or it is not this appid’s: see 云开发 > 设置 > 环境ID.',
  },
  {
    code: 'CERTIFICATE_REFUSED',
    pattern: /self.signed certificate|unable to (verify|get)[\w ]*certificate|CERT_|certificate has expired/i,
    words:
      'Something on the way presents a certificate that Node does not trust, a company’s proxy perhaps: name that ' +
      'certificate’s file in NODE_EXTRA_CA_CERTS.',
  },
  {
    code: 'PROXY_REFUSED',
    pattern: /tunneling socket could not be established/i,
    words: 'The proxy does not let this through to servicewechat.com: look at HTTPS_PROXY.',
  },
  {
    code: 'UNREACHABLE',
    pattern: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|E(SOCKET)?TIMEDOUT|EHOSTUNREACH|ENETUNREACH|socket hang up/,
    words: 'WeChat’s servers cannot be reached: look at the network, and at HTTPS_PROXY where there is a proxy.',
  },
  {
    code: 'NOT_WECHAT',
    pattern: /Unexpected (token|end)|not (a )?valid JSON/i,
    words: 'What answered is not WeChat: a proxy, or a network that wants a log-in first. Or WeChat is down.',
  },
  {
    code: 'KEY_INVALID',
    pattern: /\b20002\b/,
    words: `The key file cannot be used to sign: download a new one at ${UPLOAD_KEY} > 重置.`,
  },
  {
    code: 'NOT_SIGNED',
    pattern: /\b20001\b/,
    words: 'WeChat gives nothing to sign for this appid: compare it with 开发管理 > 开发设置 > 开发者ID.',
  },
  { code: 'REFUSED', pattern: /\b20003\b/, words: 'WeChat refused the package; why stands below.' },
  {
    code: 'NOT_COMPILED',
    pattern: /^(1000[5-9]|1003\d|1004\d|20000) /,
    words: 'The mini program does not compile: `npm run check` says more.',
  },
  {
    code: 'CALLED_WRONGLY',
    pattern: /^10000 /,
    words: 'miniprogram-ci was given something that it does not take, or the key file is gone meanwhile.',
  },
]

/** What a failure of miniprogram-ci comes to for the person who runs the command. */
export function explainFailure(error: unknown): Failure {
  const { code, message } = error as { code?: unknown; message?: unknown }
  const detail = `${typeof code === 'number' ? `${code} ` : ''}${typeof message === 'string' ? message : String(error)}`
  for (const { code: word, pattern, words } of EXPLANATIONS) {
    const found = pattern.exec(detail)
    if (found) return { code: word, message: words.replace('$1', found[1] ?? ''), detail }
  }
  return { code: 'UNKNOWN', message: 'miniprogram-ci failed, in a way that is not known here.', detail }
}
