import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { PREVIEW, UPLOAD } from '../../scripts/miniprogram/commands'
import { drawForTerminal } from '../../scripts/miniprogram/qr-code'
import { publish } from '../../scripts/miniprogram/publish'
import { runCommand } from '../../scripts/command/run'
import { ROOT } from '../../scripts/paths'
import { APPID, createAccountFolder } from './account-files'
import { type Answer, type Asked, QR_CONTENT, type StandIn, startWechat } from './wechat'

const { write, key, keyFile } = createAccountFolder()
const SECRET = 'the-app-secret'
/** A line of the key. */
const KEY_LINE = key.split('\n')[3] ?? ''
const GOOD = ['--appid', APPID, '--key', keyFile]

let wechat: StandIn | undefined
afterEach(() => wechat?.close())

/** Sets environment variables, which child processes inherit, during the work. */
async function withEnvironment<T>(env: Record<string, string>, work: () => Promise<T>): Promise<T> {
  const before = process.env
  process.env = { ...before, ...env }
  try {
    return await work()
  } finally {
    process.env = before
  }
}

/** Collects the command lines of all processes during the work. */
async function watchProcesses<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly seen: string }> {
  const seen = new Set<string>()
  const over = new AbortController()
  const watching = (async () => {
    while (!over.signal.aborted) {
      const { stdout } = await promisify(execFile)('ps', ['-A', '-ww', '-o', 'args='], { maxBuffer: 2 ** 26 })
      for (const line of stdout.split('\n')) seen.add(line)
      await sleep(200)
    }
  })()
  try {
    const result = await work()
    return { result, seen: [...seen].join('\n') }
  } finally {
    over.abort()
    await watching
  }
}

interface Setup {
  readonly argv?: readonly string[]
  readonly env?: Record<string, string>
  readonly failure?: object
  readonly answer?: Answer
  readonly checks?: Parameters<typeof publish>[3]
}

async function handOver(name: 'preview' | 'upload', { argv = GOOD, env = {}, failure, answer, checks = [] }: Setup) {
  const asked: Asked[] = []
  wechat = await startWechat(failure, (request) => {
    asked.push(request)
    return answer?.(request)
  })
  let [out, error] = ['', '']
  const io = { env, out: (text: string) => void (out += text), error: (text: string) => void (error += text) }
  const variables = {
    HTTPS_PROXY: wechat.proxy,
    NODE_EXTRA_CA_CERTS: write('certificate.pem', wechat.certificate),
    WECHAT_SECRET: SECRET,
  }
  const status = await withEnvironment(variables, () =>
    name === 'preview'
      ? runCommand(PREVIEW, argv, io, ({ values }) => publish(name, values, io, checks))
      : runCommand(UPLOAD, argv, io, ({ values }) => publish(name, values, io, checks)),
  )
  const uploads = asked.filter(({ path }) => /upload|testSource/i.test(path))
  return { status, out, error, asked, uploads, received: wechat.received }
}

describe('a preview', () => {
  test('sends the compiled package, and shows the QR code on the terminal and in a file', async () => {
    const { result, seen } = await watchProcesses(() => handOver('preview', {}))
    const { status, out, error, received, uploads } = result
    expect(error).toBe(
      'Checking …\nAll checks passed.\nContacting WeChat …\nBuilding npm …\nCompiling and uploading …\n',
    )
    expect(status).toBe(0)
    expect(out).toContain(drawForTerminal(QR_CONTENT))
    expect(out).toContain('Scan the QR code with WeChat; it is also in dist/preview.png.')
    expect(out).toContain('WeChat counts __FULL__')
    expect(readFileSync(`${ROOT}/dist/preview.png`).subarray(1, 4).toString()).toBe('PNG')
    expect(received.some(({ bytes }) => bytes > 10_000)).toBe(true)

    // The key and the app secret must not be in any output, command line or package.
    expect(KEY_LINE).toHaveLength(64)
    const handed = gunzipSync(uploads[0]?.sent ?? '').toString('latin1')
    expect(handed).toContain('pages/home/index')
    expect(seen).toContain('scripts/miniprogram/publish-process.ts')
    for (const text of [handed, seen, out, error]) {
      expect(text).not.toContain(KEY_LINE)
      expect(text).not.toContain(SECRET)
    }
  })
})

describe('an upload', () => {
  test('sends the version of package.json, and prints one object with --json', async () => {
    const { status, out, uploads } = await handOver('upload', { argv: [...GOOD, '--json'] })
    expect(status).toBe(0)
    const description = expect.stringMatching(/^\S.* \S/) as string
    const sizes = { __FULL__: expect.any(Number) as number }
    expect(JSON.parse(out)).toEqual({ ok: true, appid: APPID, version: '0.1.0', description, sizes })
    expect(uploads).toHaveLength(1)
    expect(uploads[0]?.query.get('version')).toBe('0.1.0')
    expect(uploads[0]?.query.get('desc')).toEqual(description)
  })
})

describe('failures are explained in words and in JSON', () => {
  const inner = (errcode: number, errmsg: string) => ({
    errCode: -1,
    errMsg: `inner upload fail with errcode: ${errcode}, errmsg: ${errmsg}`,
  })
  const atUpload = (reply: object): Answer => {
    return ({ path }) => (/upload|testSource/i.test(path) ? reply : undefined)
  }

  test.each<[string, Setup, string, string]>([
    [
      'an IP address that is not whitelisted',
      { failure: { errCode: -10008, errMsg: 'invalid ip: 203.0.113.7, reference: https://developers.weixin.qq.com' } },
      'IP_NOT_LISTED',
      '203.0.113.7, is not whitelisted: add it',
    ],
    [
      'a replaced key',
      { answer: atUpload({ errCode: -1, errMsg: 'get new ticket fail: innerCode: -80002' }) },
      'KEY_MISMATCH',
      'download it again',
    ],
    [
      'a package over the size limit',
      { answer: atUpload(inner(80200, 'main package source size 2062KB exceed max limit 2MB')) },
      'PACKAGE_TOO_LARGE',
      'limit of 2 MB',
    ],
  ])('%s', async (_, setup, code, words) => {
    const { status, out, error } = await handOver('upload', { ...setup, argv: [...GOOD, '--json'] })
    expect(status).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ ok: false, error: { code } })
    expect(error).toContain(words)
    expect(error).not.toMatch(/^ +at /m)
  })

  test('nothing is sent if a check fails', async () => {
    const checks = [{ name: 'bad', run: () => Promise.resolve({ ok: false, output: 'why' }) }]
    const { status, out, error, received } = await handOver('upload', { checks })
    expect([status, out]).toEqual([1, ''])
    expect(error).toContain('✗ bad\nwhy\n1 failed.\nChecks failed')
    expect(received).toEqual([])
  })
})
