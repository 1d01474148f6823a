import type { Kind } from './kinds'
import type { Options, Values } from './options'

/** What stands on the command line without a name. */
export interface Operands<T> {
  /** What one is called: `file`. */
  readonly name: string
  readonly kind: Kind<T>
  readonly help: string
  /** How many there must be, and may be. */
  readonly least: number
  readonly most: number
}

/** What `--help` says of a command. */
export interface Description {
  /** As it is typed: `npm run recognize`. */
  readonly name: string
  /** What it does, in a sentence or two. */
  readonly about: string
  readonly operands?: Operands<unknown>
  readonly options: Options
  /** With `--json` it prints one object, `{"ok", …}`: also of what is wrong with the command line, or fails. */
  readonly answersInJson?: boolean
  /** What else there is to know, below the options: exit codes, variables. */
  readonly notes?: string
}

/** What a command is given by. */
export interface Command<O extends Options, T> extends Description {
  readonly operands?: Operands<T>
  readonly options: O
  /** What is wrong with options that are right each by itself. */
  readonly conflicts?: (values: Values<O>) => readonly string[]
}

export interface Given<O extends Options, T> {
  readonly values: Values<O>
  readonly operands: readonly T[]
}

/** What a command gets, by its table. */
export type GivenTo<C> = C extends Command<infer O, infer T> ? Given<O, T> : never

/** A command with its types, as they follow from its table. */
export const defineCommand = <O extends Options, T = never>(command: Command<O, T>): Command<O, T> => command
