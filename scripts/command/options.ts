import { UsageError } from './errors'
import { type Kind, parseAs } from './kinds'

/** A named option; `T` is the type of its value. */
export interface Option<T> {
  readonly help: string
  /** Placeholder of the value in the usage line; flags have none. */
  readonly label?: string
  /** Default, as the help prints it. */
  readonly default?: string
  /** Environment variable to fall back to. */
  readonly variable?: string
  readonly isRequired: boolean
  readonly repeats: boolean
  /** @param given - values, one per occurrence @throws UsageError */
  readonly read: (name: string, given: readonly string[]) => T
}

export type Options = Readonly<Record<string, Option<unknown>>>

export type Values<O extends Options> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never }

interface Details<T> {
  readonly default?: T
  readonly variable?: string
  readonly isRequired?: boolean
}

export const flag = (help: string): Option<boolean> => ({
  help,
  isRequired: false,
  repeats: false,
  read: (_, given) => given.length > 0,
})

/** An option with a value. The last occurrence wins. */
export function option<T>(
  kind: Kind<T>,
  help: string,
  details: Details<NoInfer<T>> & ({ readonly default: NoInfer<T> } | { readonly isRequired: true }),
): Option<T>
export function option<T>(kind: Kind<T>, help: string, details?: Details<NoInfer<T>>): Option<T | undefined>
export function option<T>(kind: Kind<T>, help: string, details: Details<T> = {}): Option<T | undefined> {
  const { default: fallback, variable, isRequired = false } = details
  const orVariable = variable === undefined ? '' : `, or set ${variable}`
  return {
    help,
    label: kind.label,
    ...(fallback !== undefined && { default: String(fallback) }),
    ...(variable !== undefined && { variable }),
    isRequired,
    repeats: false,
    read(name, given) {
      const last = given.at(-1)
      if (last !== undefined) return parseAs(kind, name, last)
      if (isRequired) throw new UsageError(`${name} is missing: give ${name} ${kind.label}${orVariable}`)
      return fallback
    },
  }
}

export const repeated = <T>(kind: Kind<T>, help: string): Option<readonly T[]> => ({
  help,
  label: kind.label,
  isRequired: false,
  repeats: true,
  read: (name, given) => given.map((one) => parseAs(kind, name, one)),
})
