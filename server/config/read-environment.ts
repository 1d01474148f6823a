import { Value } from 'typebox/value'
import { ENVIRONMENT, type Environment, type Variable, VARIABLES } from './environment'

export interface ReadEnvironment {
  readonly environment: Environment
  readonly invalid: readonly Variable[]
}

const DEFAULTS = Value.Create(ENVIRONMENT)

/** `undefined` for an invalid value. */
const readVariable = (name: Variable, text: string): unknown => {
  const schema = ENVIRONMENT.properties[name]
  const value = Value.Convert(schema, text)
  return Value.Check(schema, value) ? value : undefined
}

/**
 * Reads all variables. An empty or invalid one gets its default. Not env-schema (MIT, 8.0): it brings Ajv, and its one
 * message per schema error would have to be mapped to each variable's `expects`.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): ReadEnvironment {
  const given = VARIABLES.flatMap((name) => {
    const text = env[name]?.trim()
    return text ? [{ name, value: readVariable(name, text) }] : []
  })
  const valid = given.filter(({ value }) => value !== undefined)
  return {
    environment: { ...DEFAULTS, ...Object.fromEntries(valid.map(({ name, value }) => [name, value])) },
    invalid: given.filter(({ value }) => value === undefined).map(({ name }) => name),
  }
}
