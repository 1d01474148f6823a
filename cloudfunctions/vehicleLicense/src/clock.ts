/** The console's default, used if the platform does not report the limit. */
const DEFAULT_LIMIT_MS = 20_000
/** Reserved for deleting the file and storing the answer. */
const CLEANUP_MS = 1_000
/** A caller waits for the cleanup. */
const MAX_CLEANUP_MS = 3_000
/** Reserved for the reply. */
const REPLY_MS = 250

/** The platform's context argument. Source: Tencent SCF, Node.js runtime. */
export interface FunctionContext {
  readonly request_id?: string
  readonly time_limit_in_ms?: number
}

/** Time left to the function, in ms. */
export interface Clock {
  /** For a recognition, so that the function replies before the platform kills it. */
  recognitionMs(): number
  cleanupMs(): number
}

export function startClock({ time_limit_in_ms: limitMs = DEFAULT_LIMIT_MS }: FunctionContext): Clock {
  const startedAt = performance.now()
  const leftMs = (): number => limitMs - (performance.now() - startedAt)
  return {
    recognitionMs: () => Math.max(leftMs() - CLEANUP_MS, 1),
    cleanupMs: () => Math.min(Math.max(leftMs() - REPLY_MS, 1), MAX_CLEANUP_MS),
  }
}
