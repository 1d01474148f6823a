import type { FastifyPluginAsync } from 'fastify'
import type { Engine } from '../../recognition/engine'
import { CLOUD_CALL } from '../../recognition/wechat/api'
import { createBrowserPlugin } from './browser'
import type { DatabaseFault } from './database'
import type { Database } from './database/collections'
import { type FileStore, findByUrl } from './files'
import { createFunctionHost } from './functions/host'
import { isPermitted } from './functions/permissions'
import { serveGateway } from './gateway'
import { createOpenids } from './identity'
import { createLoopback } from './loopback'
import type { Fault, OpenapiCall, OpenapiReply } from './openapi/call'
import { serveHttps } from './openapi/https'
import { createTokens, type Tokens } from './openapi/tokens'
import { answerVehicleLicense } from './openapi/vehicle-license'

export interface CloudOptions {
  /** Reads the pictures that WeChat's OCR would read. */
  readonly engine: Engine
  /** Path of the folder that holds a folder for each bundled function. */
  readonly functionsDir: string
  /** ms a function may run; WeChat's 20,000 unless given. */
  readonly functionTimeoutMs?: number
  /** The functions' environment variables, as set in the console. */
  readonly functionEnvironment?: Readonly<Record<string, string>>
  /** What to answer in the place of the OCR. */
  readonly fault?: Fault
  /** What to answer in the place of the cloud database. */
  readonly databaseFault?: DatabaseFault
  /** Takes what the functions print and what the cloud has to say; the console unless given. */
  readonly log?: (line: string) => void
}

export interface Cloud {
  /** For the server of the browser's half, under the prefix `/cloud`. */
  readonly plugin: FastifyPluginAsync
  /** All that is stored, by file ID. */
  readonly files: FileStore
  /** The cloud database's collections. */
  readonly database: Database
  /** By what functions know a person; see `x-simulated-person`. */
  readonly openidOf: (person: string) => string
  /** The access tokens of the HTTPS wire. */
  readonly tokens: Tokens
  /** Runs a function as its timer would: called by nobody. */
  fireTimer(functionName: string): Promise<unknown>
  /** Where the HTTPS wire is served: stands in for `https://api.weixin.qq.com`. Known once started. */
  readonly origin: string
  start(): Promise<void>
  close(): Promise<void>
}

/** WeChat's cloud on 127.0.0.1, as far as this project uses it. */
export function createCloud(options: CloudOptions): Cloud {
  const { engine, functionsDir, log = console.log } = options
  const files: FileStore = new Map()
  const database: Database = new Map()
  const openidOf = createOpenids()
  const tokens = createTokens()
  const loopback = createLoopback(files)
  let origin = ''
  const getOrigin = (): string => origin

  const download = (url: unknown) => findByUrl(files, origin, url)
  async function answer(call: OpenapiCall, signal: AbortSignal): Promise<OpenapiReply> {
    return options.fault?.(call) ?? (await answerVehicleLicense(call, { engine, download }, signal))
  }

  async function answerFunction(call: OpenapiCall, functionName: string, signal: AbortSignal): Promise<OpenapiReply> {
    if (call.api !== CLOUD_CALL) return { errorCode: -604100 }
    return (await isPermitted(functionsDir, functionName, call.api)) ? answer(call, signal) : { errorCode: -604101 }
  }

  serveGateway(loopback, {
    files,
    database,
    databaseFault: options.databaseFault,
    origin: getOrigin,
    answer: answerFunction,
    warn: log,
  })
  serveHttps(loopback, { tokens, answer })

  const functions = createFunctionHost({
    functionsDir,
    timeoutMs: options.functionTimeoutMs ?? 20_000,
    environment: options.functionEnvironment ?? {},
    gateway: (name) => `${origin}/admin/${name}`,
    log,
  })

  return {
    plugin: createBrowserPlugin({ files, functions, origin: getOrigin, openidOf }),
    files,
    database,
    openidOf,
    tokens,
    get origin() {
      return origin
    },
    async fireTimer(functionName) {
      const { result } = await functions.call(functionName, { Type: 'Timer', Time: new Date().toISOString() })
      return result
    },
    async start() {
      origin = await loopback.listen({ host: '127.0.0.1', port: 0 })
    },
    async close() {
      await functions.close()
      await loopback.close()
    },
  }
}
