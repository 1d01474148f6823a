import type { Kind } from './kinds'
import type { Options, Values } from './options'

/** Positional arguments. */
export interface Operands<T> {
  readonly name: string
  readonly kind: Kind<T>
  readonly help: string

  readonly min: number
  readonly max: number
}

export interface Description {
  readonly name: string

  readonly about: string
  readonly operands?: Operands<unknown>
  readonly options: Options
  /** `--json` prints one object, `{"ok", …}`, for usage errors and failures too. */
  readonly answersInJson?: boolean
  /** Printed below the options: exit codes, variables. */
  readonly notes?: string
}

export interface Command<O extends Options, T> extends Description {
  readonly operands?: Operands<T>
  readonly options: O
  /** Problems with options that are valid only apart. */
  readonly conflicts?: (values: Values<O>) => readonly string[]
}

export interface Arguments<O extends Options, T> {
  readonly values: Values<O>
  readonly operands: readonly T[]
}

export type ArgumentsOf<C> = C extends Command<infer O, infer T> ? Arguments<O, T> : never

/** Infers the types of a command. */
export const defineCommand = <O extends Options, T = never>(command: Command<O, T>): Command<O, T> => command
