import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { CLOUD_CODES, CloudError } from '../cloud-error'

const RUNTIME = fileURLToPath(new URL('./runtime.mjs', import.meta.url))

/** ms */
const LOAD_LIMIT_MS = 30_000

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

  async function death(): Promise<never> {
    await exited
    throw failed('the function’s process ended')
  }

  /** The process's next message, unless it ends before, or the time is up, which ends it. */
  async function next(limitMs: number): Promise<Message> {
    const clock = AbortSignal.timeout(limitMs)
    try {
      const [message] = (await Promise.race([once(child, 'message', { signal: clock }), death()])) as [Message]
      return message
    } catch (error) {
      if (!clock.aborted) throw error
      await end()
      const text = `Invoking task timed out after ${limitMs / 1000} seconds`
      throw new CloudError(CLOUD_CODES.FUNCTION_TIMED_OUT, text)
    }
  }

  // Loading is not counted as the call's time, as in the cloud.
  const loaded = next(LOAD_LIMIT_MS)
  loaded.catch(() => undefined)

  async function invoke(invocation: Invocation): Promise<unknown> {
    await loaded
    const reply = next(invocation.context.time_limit_in_ms)
    // A process that ended meanwhile is noticed by `next`.
    child.send(invocation, () => undefined)
    const message = await reply
    if ('failure' in message) throw failed(message.failure)
    return message.result
  }

  return {
    invoke,
    end,
    get alive() {
      return isAlive()
    },
  }
}
