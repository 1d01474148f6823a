import { zh } from '../../miniprogram/strings/zh'
import type { Account } from './account'

/** A manual step in WeChat's console, named as it is there. */
interface Step {
  readonly title: string
  readonly where: string
  readonly lines: readonly string[]
}

const CONSOLE = 'mp.weixin.qq.com'

const WHITELIST: Step = {
  title: '代码上传 IP白名单',
  where: `${CONSOLE} > 开发管理 > 开发设置 > 小程序代码上传`,
  lines: [
    'Add this machine’s public IP address, or turn the whitelist off. `npm run preview` reports a missing address.',
  ],
}

/** The guideline repeats the mini program's own text under 设置与隐私. */
function privacyStep({ server }: Account): Step {
  const { phone, cloud, server: own, answers, rights } = zh.privacy
  const sent = server === undefined ? cloud.text : own.text(new URL(server).host)
  return {
    title: '用户隐私保护指引',
    where: `${CONSOLE} > 设置 > 服务内容声明 > 用户隐私保护指引`,
    lines: [
      '摄像头:',
      '  拍摄行驶证，识别其中的文字',
      '选中的照片或视频信息:',
      '  从您选择的行驶证照片里识别文字',
      '剪切板:',
      '  您点复制时，把您填好的行驶证内容写入剪切板；不读取剪切板',
      'What is sent and kept:',
      `  ${sent}`,
      `  ${answers.text}`,
      `  ${phone.text}`,
      `  ${rights.text}`,
    ],
  }
}

const QUOTA: Step = {
  title: 'OCR 次数',
  where: 'fuwu.weixin.qq.com > OCR支持',
  lines: ['100 recognitions a day are free; buy packs for more.'],
}

function cloudSteps(environment: string | undefined): readonly Step[] {
  return [
    {
      title: '云开发环境',
      where: '微信开发者工具 > 云开发',
      lines: [
        environment ? `Environment ${environment} must exist.` : 'Create an environment; its ID is at 设置 > 环境ID.',
      ],
    },
    {
      title: '云函数 vehicleLicense, sweep',
      where: '云开发 > 云函数 > 新建',
      lines: [
        'Create both once: Node.js 18.15 or later, 256 MB; set 超时时间 to 20 s or more.',
        environment
          ? '`npm run deploy` then uploads them and sets the timer of sweep.'
          : '`npm run deploy -- --env ENVIRONMENT` then uploads them and sets the timer of sweep.',
      ],
    },
    {
      title: '云调用权限 ocr.vehicleLicense',
      where: '云函数 vehicleLicense, config.json > permissions.openapi',
      lines: [
        'Declared by `npm run deploy` with WECHAT_SECRET in the environment, or by 上传并部署：云端安装依赖 in WeChat',
        'DevTools. It takes effect about ten minutes later.',
      ],
    },
    {
      title: '云存储权限',
      where: '云开发 > 存储 > 权限设置',
      lines: ['Keep 仅创建者可读写.'],
    },
  ]
}

function serverSteps(url: string): readonly Step[] {
  const { origin } = new URL(url)
  return [
    {
      title: '服务器域名',
      where: `${CONSOLE} > 开发管理 > 开发设置 > 服务器域名`,
      lines: [`request合法域名: ${origin}`, `uploadFile合法域名: ${origin}`],
    },
    {
      title: 'WeChat DevTools',
      where: 'miniprogram/config.ts',
      lines: [
        '`npm run preview` and `npm run upload` insert the address. To call the server from WeChat DevTools, which compiles',
        'the file as it is, change this line, but do not commit it:',
        `  export const BACK_END: BackEndConfig = { kind: 'server', url: '${url}' }`,
      ],
    },
  ]
}

const LAST: Step = {
  title: '预览、上传',
  where: 'here',
  lines: ['`npm run preview` shows a QR code for your phone, `npm run upload` uploads a version for review.'],
}

/** The steps left to do by hand. */
export function checklist(account: Account): string {
  const { environment, server } = account
  const backEnd = server === undefined ? cloudSteps(environment) : serverSteps(server)
  const steps = [WHITELIST, privacyStep(account), ...backEnd, ...(server === undefined ? [QUOTA] : []), LAST]
  const items = steps.map(({ title, where, lines }) =>
    [`[ ] ${title}`, `    ${where}`, ...lines.map((line) => `      ${line}`)].join('\n'),
  )
  return `Left to do by hand:\n\n${items.join('\n\n')}\n`
}
