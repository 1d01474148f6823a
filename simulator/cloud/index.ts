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
  /** Stands in for WeChat's OCR. */
  readonly engine: Engine
  /** Contains a folder per bundled function. */
  readonly functionsDir: string
  /** Default: 20,000, WeChat's limit. */
  readonly functionTimeoutMs?: number
  /** The functions' environment variables, as set in the console. */
  readonly functionEnvironment?: Readonly<Record<string, string>>
  /** Injects failures of the OCR. */
  readonly fault?: Fault
  /** Injects failures of the cloud database. */
  readonly databaseFault?: DatabaseFault
  /** Gets the output of the functions and the cloud's warnings; the console by default. */
  readonly log?: (line: string) => void
}

export interface Cloud {
  /** The API for the browser, to be served below `/cloud`. */
  readonly plugin: FastifyPluginAsync
  readonly files: FileStore
  readonly database: Database
  /** The openid of a person, as in the header `x-simulated-person`. */
  readonly openidOf: (person: string) => string
  /** The access tokens of the HTTPS API. */
  readonly tokens: Tokens
  /** Runs a function as its timer would, without a caller. */
  fireTimer(functionName: string): Promise<unknown>
  /** Stands in for `https://api.weixin.qq.com`; empty until started. */
  readonly origin: string
  start(): Promise<void>
  close(): Promise<void>
}

/** Simulates the parts of WeChat's cloud that this project uses, on 127.0.0.1. */
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
