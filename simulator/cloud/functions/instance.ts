import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { CLOUD_CODES, CloudError } from '../cloud-error'

const RUNTIME = fileURLToPath(new URL('./runtime.mjs', import.meta.url))

type Message = { readonly result: unknown } | { readonly failure: string }

export interface Invocation {
  readonly event: unknown
  readonly context: { readonly time_limit_in_ms: number; readonly request_id: string; readonly function_name: string }
  readonly environment: Readonly<Record<string, string>>
}

/** A process with one function loaded. It serves one call at a time, and is kept for the next. */
export interface Instance {
  /** @throws CloudError -504002 when the function throws or its process dies, -504003 when the time is up */
  invoke(invocation: Invocation): Promise<unknown>
  readonly alive: boolean
  end(): Promise<void>
}

const failed = (reason: string): CloudError =>
  new CloudError(CLOUD_CODES.FUNCTION_FAILED, `functions execute fail | errMsg: ${reason}`)

export function createInstance(bundle: string, environment: NodeJS.ProcessEnv, log: (line: string) => void): Instance {
  const child = fork(RUNTIME, [bundle], { execArgv: [], env: environment, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const exited = once(child, 'exit')
  for (const output of [child.stdout, child.stderr] as (Readable | null)[]) {
    if (output) createInterface({ input: output }).on('line', log)
  }

  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null
  async function end(): Promise<void> {
    if (isAlive()) child.kill('SIGKILL')
    await exited
  }

  async function reply(signal: AbortSignal): Promise<unknown> {
    const [message] = (await once(child, 'message', { signal })) as [Message]
    if ('failure' in message) throw failed(message.failure)
    return message.result
  }

  async function death(): Promise<never> {
    await exited
    throw failed('the function’s process ended')
  }

  async function invoke(invocation: Invocation): Promise<unknown> {
    const limitMs = invocation.context.time_limit_in_ms
    const clock = new AbortController()
    const timer = setTimeout(() => {
      clock.abort()
    }, limitMs)
    try {
      if (!isAlive()) throw failed('the function’s process ended')
      child.send(invocation)
      return await Promise.race([reply(clock.signal), death()])
    } catch (error) {
      if (!clock.signal.aborted) throw error
      await end()
      const text = `Invoking task timed out after ${limitMs / 1000} seconds`
      throw new CloudError(CLOUD_CODES.FUNCTION_TIMED_OUT, text)
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    invoke,
    end,
    get alive() {
      return isAlive()
    },
  }
}
