import { Value } from 'typebox/value'
import { ENVIRONMENT, type Environment, type Variable, VARIABLES } from './environment'

export interface ReadEnvironment {
  readonly environment: Environment
  readonly wrong: readonly Variable[]
}

const USUAL = Value.Default(ENVIRONMENT, {}) as Environment

/** Reads one variable. A value that is none of what it may be gives `undefined`. */
const readVariable = (name: Variable, text: string): unknown => {
  const schema = ENVIRONMENT.properties[name]
  const value = Value.Convert(schema, text)
  return Value.Check(schema, value) ? value : undefined
}

/** Reads all variables; an empty one counts as not set, and a wrong one as set to what is usual. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): ReadEnvironment {
  const given = VARIABLES.flatMap((name) => {
    const text = env[name]?.trim()
    return text ? [{ name, value: readVariable(name, text) }] : []
  })
  const wrong = given.filter(({ value }) => value === undefined)
  const right = given.filter(({ value }) => value !== undefined)
  return {
    environment: { ...USUAL, ...Object.fromEntries(right.map(({ name, value }) => [name, value])) },
    wrong: wrong.map(({ name }) => name),
  }
}
