import { messageOf } from '../../error-message'
import { reportError } from '../runtime/errors'

type Success<R> = R & { errMsg: string }

export interface Callbacks<R> {
  success?: (result: Success<R>) => void
  fail?: (error: WxFailure) => void
  complete?: (result: Success<R> | WxFailure) => void
}

/** WeChat rejects with a plain object, not an Error. */
interface WxFailure {
  errMsg: string
  errno?: number
  errCode?: number
}

/** An error of an API: the text after `name:fail `, and its codes. */
export class Failure extends Error {
  constructor(
    reason: string,
    readonly codes: { errno?: number; errCode?: number } = {},
  ) {
    super(reason)
  }
}

const failureOf = (name: string, error: unknown): WxFailure => ({
  errMsg: `${name}:fail ${messageOf(error)}`,
  ...(error instanceof Failure ? error.codes : {}),
})

/** Runs `work` in either of WeChat's styles. @returns undefined if `options` has callbacks */
export function settle<R extends object>(
  name: string,
  { success, fail, complete }: Callbacks<R>,
  work: () => R | Promise<R>,
): Promise<Success<R>> | undefined {
  // Never synchronously: the caller has not returned yet.
  const running = Promise.resolve()
    .then(work)
    .then((result) => ({ errMsg: `${name}:ok`, ...result }))
  if (!success && !fail && !complete)
    return running.catch((error: unknown) => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- WeChat rejects with plain objects
      throw failureOf(name, error)
    })
  running
    .then(
      (result) => {
        success?.(result)
        complete?.(result)
      },
      (error: unknown) => {
        const failure = failureOf(name, error)
        fail?.(failure)
        complete?.(failure)
      },
    )
    .catch(reportError)
  return undefined
}

/**
 * Makes an API in WeChat's two styles.
 *
 * @param work does the work; the message of what it throws (usually a Failure) follows `name:fail `
 */
export const api =
  <O extends object, R extends object>(name: string, work: (options: O) => R | Promise<R>) =>
  (options: O & Callbacks<R> = {} as O) =>
    settle(name, options, () => work(options))
