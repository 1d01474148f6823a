import { UsageError } from './errors'
import { type Kind, parseAs } from './kinds'

/** An option of a command. `T` is what the command gets of it. */
export interface Option<T> {
  readonly help: string
  /** What stands for its value in the usage line; a flag has none. */
  readonly label?: string
  /** What it is where it is not given, for the help. */
  readonly usual?: string
  /** Environment variable that is read where it is not given. */
  readonly variable?: string
  readonly isRequired: boolean
  readonly repeats: boolean
  /** @param given - as often as it was given @throws UsageError */
  readonly read: (name: string, given: readonly string[]) => T
}

export type Options = Readonly<Record<string, Option<unknown>>>

export type Values<O extends Options> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never }

interface Details<T> {
  readonly usual?: T
  readonly variable?: string
  readonly isRequired?: boolean
}

/** True where it is given. */
export const flag = (help: string): Option<boolean> => ({
  help,
  isRequired: false,
  repeats: false,
  read: (_, given) => given.length > 0,
})

/** An option with a value. The last one counts where it is given more than once. */
export function option<T>(
  kind: Kind<T>,
  help: string,
  details: Details<NoInfer<T>> & ({ readonly usual: NoInfer<T> } | { readonly isRequired: true }),
): Option<T>
export function option<T>(kind: Kind<T>, help: string, details?: Details<NoInfer<T>>): Option<T | undefined>
export function option<T>(kind: Kind<T>, help: string, details: Details<T> = {}): Option<T | undefined> {
  const { usual, variable, isRequired = false } = details
  const orVariable = variable === undefined ? '' : `, or set ${variable}`
  return {
    help,
    label: kind.label,
    ...(usual !== undefined && { usual: String(usual) }),
    ...(variable !== undefined && { variable }),
    isRequired,
    repeats: false,
    read(name, given) {
      const last = given.at(-1)
      if (last !== undefined) return parseAs(kind, name, last)
      if (isRequired) throw new UsageError(`${name} is missing: give ${name} ${kind.label}${orVariable}`)
      return usual
    },
  }
}

/** An option that may be given more than once. */
export const repeated = <T>(kind: Kind<T>, help: string): Option<readonly T[]> => ({
  help,
  label: kind.label,
  isRequired: false,
  repeats: true,
  read: (name, given) => given.map((one) => parseAs(kind, name, one)),
})
