/** How WeChat is given the picture: as bytes with the call, or as a URL that it downloads. */
export type Way = 'bytes' | 'url'

/** Set `IMAGE_WAY=url` in the function's environment to send URLs first; bytes are the more reliable way. */
export const FIRST_WAY: Way = process.env.IMAGE_WAY === 'url' ? 'url' : 'bytes'

/** What the console gives a function unless it says otherwise. Used where the platform does not tell. */
const USUAL_LIMIT_MS = 20_000
/** Kept back from the function's time for deleting the file and answering. */
export const CLEANUP_MS = 1_000

/** What the platform passes beside the event. Source: Tencent SCF, Node.js runtime. */
export interface FunctionContext {
  readonly request_id?: string
  readonly time_limit_in_ms?: number
}

/** ms that a recognition may take, so that the function still answers before the platform ends it. */
export const recognitionBudget = ({ time_limit_in_ms }: FunctionContext): number =>
  Math.max((time_limit_in_ms ?? USUAL_LIMIT_MS) - CLEANUP_MS, 1)
