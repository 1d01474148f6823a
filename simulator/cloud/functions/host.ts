import { createConcurrencyLimit } from './concurrency-limit'
import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CLOUD_CODES, CloudError } from '../cloud-error'
import { callEnvironment, processEnvironment } from './environment'
import { createInstance, type Instance } from './instance'

/** Maximum number of processes. */
const MAX_INSTANCES = 4
const NAME = /^[A-Za-z][\w-]*$/

interface HostOptions {
  /** Contains a folder per function with its bundle `index.js`. */
  readonly functionsDir: string
  readonly timeoutMs: number
  /** The functions' environment variables, as set in the console. */
  readonly environment: Readonly<Record<string, string>>
  readonly gateway: (functionName: string) => string
  readonly log: (line: string) => void
}

export interface FunctionHost {
  /**
   * @param openid of the caller; a timer has none
   * @throws CloudError with the codes of `wx.cloud.callFunction`
   */
  call(name: string, event: unknown, openid?: string): Promise<{ readonly result: unknown; readonly requestID: string }>
  close(): Promise<void>
}

/** Runs bundled cloud functions in separate processes, which are reused until there is a new build. */
export function createFunctionHost(options: HostOptions): FunctionHost {
  const limitConcurrency = createConcurrencyLimit(MAX_INSTANCES)
  const instances = new Set<Instance>()
  /** Idle instances by bundle and build. */
  const idle = new Map<string, Instance[]>()

  async function locate(name: string): Promise<{ bundle: string; build: string }> {
    const bundle = join(options.functionsDir, name, 'index.js')
    const found = NAME.test(name) ? await stat(bundle).catch(() => undefined) : undefined
    if (found) return { bundle, build: `${bundle}@${found.mtimeMs}` }
    throw new CloudError(CLOUD_CODES.FUNCTION_NOT_FOUND, `FunctionName parameter could not be found: ${name}`, 404)
  }

  function start(name: string, bundle: string): Instance {
    const environment = { ...processEnvironment(options.gateway(name)), ...options.environment }
    const instance = createInstance(bundle, environment, options.log)
    instances.add(instance)
    return instance
  }

  async function discard(unwanted: readonly Instance[]): Promise<void> {
    for (const instance of unwanted) instances.delete(instance)
    await Promise.all(unwanted.map((instance) => instance.end()))
  }

  async function discardOlderBuilds(bundle: string, build: string): Promise<void> {
    for (const [key, older] of idle) {
      if (key === build || !key.startsWith(`${bundle}@`)) continue
      idle.delete(key)
      await discard(older)
    }
  }

  async function call(name: string, event: unknown, openid: string) {
    const { bundle, build } = await locate(name)
    await discardOlderBuilds(bundle, build)
    const warm = idle.get(build) ?? []
    idle.set(build, warm)
    const instance = warm.find(({ alive }) => alive) ?? start(name, bundle)
    warm.splice(0, warm.length, ...warm.filter((other) => other !== instance && other.alive))

    const requestID = randomUUID()
    const context = { request_id: requestID, function_name: name, time_limit_in_ms: options.timeoutMs }
    try {
      const environment = callEnvironment(openid, requestID)
      return { result: await instance.invoke({ event, context, environment }), requestID }
    } finally {
      if (instance.alive) warm.push(instance)
      else instances.delete(instance)
    }
  }

  return {
    call: (name, event, openid = '') => limitConcurrency(() => call(name, event, openid)),
    close: () => discard([...instances]),
  }
}
