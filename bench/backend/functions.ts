import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../../scripts/build/functions'
import { ROOT } from '../../scripts/paths'

const SDK = createRequire(import.meta.url).resolve('wx-server-sdk')
const INIT = `
const cloud = require(${JSON.stringify(SDK)})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, timeout: 60000 })
const call = (type, value) => cloud.openapi.ocr.vehicleLicense({ type, img: { contentType: 'image/jpeg', value } })`

/** Peers of the function. Each returns its own time in ms. */
const PEERS = {
  /** Only loads the SDK. */
  bare: `${INIT}
exports.main = () => 'loaded'`,
  /** Only the call, with a picture in memory. */
  call: `${INIT}
let picture
exports.main = async ({ type, fileID }) => {
  picture = (await cloud.downloadFile({ fileID })).fileContent
  const startedAt = performance.now()
  await call(type, picture)
  return performance.now() - startedAt
}`,
  /** The minimum: downloads the picture, calls, deletes it. */
  minimal: `${INIT}
exports.main = async ({ type, fileID }) => {
  const startedAt = performance.now()
  await call(type, (await cloud.downloadFile({ fileID })).fileContent)
  await cloud.deleteFile({ fileList: [fileID] })
  return performance.now() - startedAt
}`,
} as const

/** Wraps the unmodified function; returns the time of its `main` in ms, or the folder it was asked for. */
const OURS = (bundle: string): string => `
const { main } = require(${JSON.stringify(bundle)})
exports.main = async (event, context) => {
  const startedAt = performance.now()
  const reply = await main(event, context)
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.folder ?? performance.now() - startedAt
}`

export type FunctionName = keyof typeof PEERS | 'ours'

export interface Functions {
  readonly folder: string
  /** Path of the real function's bundle, beside its packages. */
  readonly bundle: string
  remove(): Promise<void>
}

/** Writes the peers and the real function to a folder for the simulated cloud. */
export async function prepareFunctions(): Promise<Functions> {
  await buildFunctions()
  const bundle = `${ROOT}/cloudfunctions/vehicleLicense/index.js`
  const folder = await mkdtemp(join(tmpdir(), 'functions-'))
  for (const [name, code] of Object.entries({ ...PEERS, ours: OURS(bundle) })) {
    await mkdir(join(folder, name))
    await writeFile(join(folder, name, 'index.js'), code)
    await cp(`${ROOT}/cloudfunctions/vehicleLicense/config.json`, join(folder, name, 'config.json'))
  }
  return { folder, bundle, remove: () => rm(folder, { recursive: true }) }
}
