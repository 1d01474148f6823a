import { parseArgs } from 'node:util'
import type { Command, Arguments, Operands } from './command'
import { UsageError } from './errors'
import { parseAs } from './kinds'
import type { Options, Values } from './options'

export type Environment = Readonly<Record<string, string | undefined>>

type ParseResult<O extends Options, T> =
  | ({ readonly kind: 'parsed' } & Arguments<O, T>)
  | { readonly kind: 'help' }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] }

function tokenize(options: Options, argv: readonly string[]) {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      ...Object.fromEntries(
        Object.entries(options).map(([name, { label }]) => [name, { type: label ? 'string' : 'boolean' } as const]),
      ),
    },
  })
  const given = new Map<string, string[]>()
  const problems: string[] = []
  const rest: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') rest.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    const label = options[name]?.label
    if (name !== 'help' && !Object.hasOwn(options, name)) problems.push(`there is no option ${rawName}`)
    else if (label === undefined && value !== undefined) problems.push(`${rawName} takes no value`)
    else if (label !== undefined && (value === undefined || (!inlineValue && value.startsWith('--'))))
      problems.push(`${rawName} needs a value: ${label}`)
    else given.set(name, [...(given.get(name) ?? []), value ?? ''])
  }
  return { given, rest, problems }
}

function readOperands<T>(operands: Operands<T> | undefined, rest: readonly string[], note: Note): readonly T[] {
  const max = operands?.max ?? 0
  const tooMany = rest.slice(max)
  if (tooMany.length > 0) note(() => fail(`unexpected: ${tooMany.join(' ')}`))
  if (!operands) return []
  const { name, kind, min } = operands
  if (rest.length < min) note(() => fail(`name ${max === 1 ? 'one' : 'at least one'} ${name}: ${kind.label}`))
  return rest.slice(0, max).flatMap((text) => note(() => [parseAs(kind, name, text)]) ?? [])
}

type Note = <V>(read: () => V) => V | undefined

function fail(message: string): never {
  throw new UsageError(message)
}

/** Reads the command line, then the environment. Reports all problems at once. */
export function readArguments<O extends Options, T>(
  command: Command<O, T>,
  argv: readonly string[],
  env: Environment,
): ParseResult<O, T> {
  const { given, rest, problems } = tokenize(command.options, argv)
  if (given.has('help')) return { kind: 'help' }

  const note: Note = (read) => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      problems.push(error.message)
      return undefined
    }
  }
  const operands = readOperands(command.operands, rest, note)
  const read = Object.entries(command.options).map(([name, option]) => {
    const fallback = option.variable === undefined ? undefined : env[option.variable]
    const texts = given.get(name) ?? (fallback ? [fallback] : [])
    const source = given.has(name) || texts.length === 0 ? `--${name}` : (option.variable ?? name)
    return [name, note(() => option.read(source, texts))] as const
  })
  if (problems.length > 0) return { kind: 'invalid', problems }

  // Without problems, each value has its option's type.
  const values = Object.fromEntries(read) as Values<O>
  const conflicts = command.conflicts?.(values) ?? []
  return conflicts.length > 0 ? { kind: 'invalid', problems: conflicts } : { kind: 'parsed', values, operands }
}
