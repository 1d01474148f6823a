import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../scripts/paths'
import { type StandIn, startWechat } from './wechat'

const tsx = createRequire(__filename).resolve('tsx/cli')
const folder = mkdtempSync(join(tmpdir(), 'hand-over-'))
const keyFile = join(folder, 'private.key')
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
writeFileSync(keyFile, privateKey.export({ type: 'pkcs1', format: 'pem' }))

let wechat: StandIn | undefined
afterEach(() => wechat?.close())
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the program that hands over, with WeChat's servers stood in for. */
async function handOver(command: string, standIn: StandIn): Promise<{ status: number | null; output: string }> {
  const certificate = join(folder, 'certificate.pem')
  writeFileSync(certificate, standIn.certificate)
  const parameters = { appid: 'wx0123456789abcdef', keyFile, version: '1.2.3', description: 'test', robot: 1 }
  const child = spawn(
    process.execPath,
    [tsx, `${ROOT}/scripts/miniprogram/hand-over.ts`, command, JSON.stringify(parameters)],
    { cwd: folder, env: { ...process.env, HTTPS_PROXY: standIn.proxy, NODE_EXTRA_CA_CERTS: certificate } },
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { status, output }
}

test('a preview hands the compiled package over and keeps the QR code', async () => {
  wechat = await startWechat()
  const { status, output } = await handOver('preview', wechat)
  expect(output).toContain('Scan dist/preview.jpg')
  expect(status).toBe(0)
  expect(readFileSync(`${ROOT}/dist/preview.jpg`, 'utf8')).toBe('a QR code')
  expect(wechat.received.some(({ bytes }) => bytes > 10_000)).toBe(true)
})

test('an upload hands the compiled package over', async () => {
  wechat = await startWechat()
  // What another process is writing, and has renamed before it is looked at.
  const gone = `${ROOT}/cloudfunctions/vehicleLicense/gone.draft`
  symlinkSync('nowhere', gone)
  const { status, output } = await handOver('upload', wechat).finally(() => rmSync(gone))
  expect(output).toContain('Uploaded.')
  expect(status).toBe(0)
  expect(wechat.received.some(({ bytes }) => bytes > 10_000)).toBe(true)
})

test('what WeChat refuses is said in words', async () => {
  wechat = await startWechat({ errCode: -10008, errMsg: 'invalid ip: 127.0.0.1' })
  const { status, output } = await handOver('upload', wechat)
  expect(output).toContain('IP白名单')
  expect(status).toBe(1)
})
