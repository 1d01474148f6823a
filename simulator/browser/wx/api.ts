import { reportError } from '../runtime/errors'

export interface Callbacks<R> {
  success?: (result: R & { errMsg: string }) => void
  fail?: (error: WxFailure) => void
  complete?: (result: (R & { errMsg: string }) | WxFailure) => void
}

/** What WeChat rejects with: a plain object, no Error. */
export interface WxFailure {
  errMsg: string
  errno?: number
  errCode?: number
}

/** Why an API failed, as WeChat words it after `name:fail `. */
export class Failure extends Error {
  constructor(
    reason: string,
    readonly codes: { errno?: number; errCode?: number } = {},
  ) {
    super(reason)
  }
}

const failureOf = (name: string, error: unknown): WxFailure => ({
  errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}`,
  ...(error instanceof Failure ? error.codes : {}),
})

/** Runs `work` in WeChat's two styles: callbacks where `options` has some (then nothing is returned), else a promise. */
export function settle<R extends object>(
  name: string,
  options: Callbacks<R>,
  work: () => R | Promise<R>,
): Promise<R & { errMsg: string }> {
  const { success, fail, complete } = options
  const run = async (): Promise<R & { errMsg: string }> => {
    try {
      // Never at once: the caller has not returned yet.
      await Promise.resolve()
      return { errMsg: `${name}:ok`, ...(await work()) }
    } catch (error) {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- WeChat rejects with plain objects
      throw failureOf(name, error)
    }
  }
  const running = run()
  if (!success && !fail && !complete) return running
  running
    .then(
      (result) => {
        success?.(result)
        complete?.(result)
      },
      (error: unknown) => {
        fail?.(error as WxFailure)
        complete?.(error as WxFailure)
      },
    )
    .catch((error: unknown) => reportError(error))
  return undefined as unknown as Promise<R & { errMsg: string }>
}

/**
 * An API of `wx` in WeChat's two styles, from a function that does the work.
 *
 * @param work gets the options, gives the result, and throws (best a Failure) what comes after `name:fail `.
 */
export const api =
  <O extends object, R extends object>(name: string, work: (options: O) => R | Promise<R>) =>
  (options: O & Callbacks<R> = {} as O): Promise<R & { errMsg: string }> =>
    settle(name, options, () => work(options))
