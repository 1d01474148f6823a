/** What the console gives a function unless it says otherwise. Used where the platform does not tell. */
const USUAL_LIMIT_MS = 20_000
/** Kept back from the function's time for deleting the file and keeping the answer. */
const CLEANUP_MS = 1_000
/** Nobody waits longer than that for what is done after their picture was read. */
const MAX_CLEANUP_MS = 3_000
/** Kept back from the cleanup for answering. */
const ANSWER_MS = 250

/** What the platform passes beside the event. Source: Tencent SCF, Node.js runtime. */
export interface FunctionContext {
  readonly request_id?: string
  readonly time_limit_in_ms?: number
}

/** The function's time, in ms left at the moment of asking. */
export interface Clock {
  /** For a recognition, so that the function still answers before the platform ends it. */
  recognitionMs(): number
  /** For what is to be done after it. */
  cleanupMs(): number
}

export function startClock({ time_limit_in_ms: limitMs = USUAL_LIMIT_MS }: FunctionContext): Clock {
  const startedAt = performance.now()
  const leftMs = (): number => limitMs - (performance.now() - startedAt)
  return {
    recognitionMs: () => Math.max(leftMs() - CLEANUP_MS, 1),
    cleanupMs: () => Math.min(Math.max(leftMs() - ANSWER_MS, 1), MAX_CLEANUP_MS),
  }
}
