import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { CLOUD_CODES, CloudError } from '../cloud-error'

const RUNTIME = fileURLToPath(new URL('./runtime.mjs', import.meta.url))

const LOAD_TIMEOUT_MS = 30_000

type Message = { readonly result: unknown } | { readonly failure: string }

interface Invocation {
  readonly event: unknown
  readonly context: { readonly time_limit_in_ms: number; readonly request_id: string; readonly function_name: string }
  readonly environment: Readonly<Record<string, string>>
}

/** A process that has loaded one function and serves one call at a time. */
export interface Instance {
  /** @throws CloudError -504002 if the function throws or its process exits, -504003 on timeout */
  invoke(invocation: Invocation): Promise<unknown>
  readonly alive: boolean
  end(): Promise<void>
}

const failed = (reason: string): CloudError =>
  new CloudError(CLOUD_CODES.FUNCTION_FAILED, `functions execute fail | errMsg: ${reason}`)

export function createInstance(bundle: string, environment: NodeJS.ProcessEnv, log: (line: string) => void): Instance {
  const child = fork(RUNTIME, [bundle], { execArgv: [], env: environment, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const exited = once(child, 'exit')
  for (const output of [child.stdout, child.stderr]) {
    if (output) createInterface({ input: output }).on('line', log)
  }

  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null
  async function end(): Promise<void> {
    if (isAlive()) child.kill('SIGKILL')
    await exited
  }

  async function exit(): Promise<never> {
    await exited
    throw failed('the function’s process ended')
  }

  /** Waits for the process's next message; kills it on timeout. @throws CloudError on exit or timeout */
  async function next(timeoutMs: number): Promise<Message> {
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const [message] = (await Promise.race([once(child, 'message', { signal }), exit()])) as [Message]
      return message
    } catch (error) {
      if (!signal.aborted) throw error
      await end()
      const text = `Invoking task timed out after ${timeoutMs / 1000} seconds`
      throw new CloudError(CLOUD_CODES.FUNCTION_TIMED_OUT, text)
    }
  }

  // As in the cloud, loading does not count as the call's time.
  const loaded = next(LOAD_TIMEOUT_MS)
  loaded.catch(() => undefined)

  async function invoke(invocation: Invocation): Promise<unknown> {
    await loaded
    const reply = next(invocation.context.time_limit_in_ms)
    // `next` rejects if the process has exited.
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
