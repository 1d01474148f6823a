import { mkdir, writeFile } from 'node:fs/promises'
import { checkAll, CHECKS } from '../check/checks'
import { runChild } from '../process/child'
import { CommandError } from '../command/errors'
import type { CommandContext } from '../command/run'
import { ROOT } from '../paths'
import { createProgress } from '../process/progress'
import { run } from '../process/run'
import { backEndOf } from './back-end'
import type { PreviewValues } from './commands'
import type { PublishResult, PublishTask, PublishName } from './task'
import { drawForTerminal, readQrCode } from './qr-code'

const PICTURE = 'dist/preview.png'

interface Published {
  readonly appid: string
  readonly version?: string
  readonly description: string
  readonly sizes: PublishResult['sizes']
  /** Previews only. */
  readonly qrCode?: SavedQrCode
}

interface SavedQrCode {
  /** Path from the project's root. */
  readonly file: string
  readonly content: string | undefined
}

async function lastSubject(): Promise<string> {
  const { status, output } = await run('git', ['log', '-1', '--format=%s'])
  return status === 0 ? output.trim() : ''
}

async function saveQrCode(picture: string): Promise<SavedQrCode> {
  const { png, content } = await readQrCode(Buffer.from(picture, 'base64'))
  await mkdir(`${ROOT}/dist`, { recursive: true })
  await writeFile(`${ROOT}/${PICTURE}`, png)
  return { file: PICTURE, content }
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

function describe(name: PublishName, { version, sizes, qrCode }: Published): string {
  const weight = Object.entries(sizes).map(([part, bytes]) => `${part} ${kilobytes(bytes)}`)
  const lines = [
    ...(qrCode?.content === undefined ? [] : [drawForTerminal(qrCode.content)]),
    name === 'preview'
      ? `Scan the QR code with WeChat; it is also in ${PICTURE}.`
      : `Uploaded ${version ?? ''}: mp.weixin.qq.com > 版本管理 > 开发版本.`,
    ...(weight.length > 0 ? [`WeChat counts ${weight.join(', ')}.`] : []),
  ]
  return `${lines.join('\n')}\n`
}

/** Checks and uploads the mini program. @throws CommandError that says what to do */
export async function publish(
  name: PublishName,
  values: PreviewValues & { readonly version?: string },
  context: CommandContext,
  checks = CHECKS,
): Promise<number> {
  const { appid, key: keyFile, robot, json, version } = values
  const { env, out } = context
  const progress = createProgress(context)
  const description = values.desc ?? (await lastSubject())
  const backEnd = backEndOf(env)
  try {
    progress.step('Checking')
    if (!(await checkAll(checks, progress.line)))
      throw new CommandError('Checks failed: nothing was uploaded.', 'CHECKS_FAILED')
    const task: PublishTask = {
      ...{ name, appid, keyFile, robot, description, version: version ?? '0.0.1' },
      ...(backEnd && { backEnd }),
    }
    const outcome = await runChild<PublishResult>('scripts/miniprogram/publish-process.ts', task, progress)
    if (outcome.kind === 'failed') throw CommandError.of(outcome.failure)

    const { sizes, qrCode } = outcome.result
    const published: Published = {
      appid,
      ...(version !== undefined && { version }),
      description,
      sizes,
      ...(qrCode !== undefined && { qrCode: await saveQrCode(qrCode) }),
    }
    progress.end()
    out(json ? `${JSON.stringify({ ok: true, ...published })}\n` : describe(name, published))
    return 0
  } finally {
    progress.end()
  }
}
