import type { Description } from './command'
import type { Option } from './options'

const WIDTH = 110
const COLUMN = 24

/** Wraps words at `WIDTH`; every line but the first is indented. */
function wrap(words: readonly string[], indent: number, used = 0): string {
  let column = used
  return words
    .map((word, i) => {
      const isFirst = i === 0
      const breaks = !isFirst && column + 1 + word.length > WIDTH
      column = breaks ? indent + word.length : column + word.length + (isFirst ? 0 : 1)
      return breaks ? `\n${' '.repeat(indent)}${word}` : `${isFirst ? '' : ' '}${word}`
    })
    .join('')
}

function row(label: string, help: string): string {
  const head = `  ${label}`
  const gap = head.length < COLUMN ? ' '.repeat(COLUMN - head.length) : `\n${' '.repeat(COLUMN)}`
  return `${head}${gap}${wrap(help.split(' '), COLUMN, COLUMN)}`
}

const withLabel = (name: string, { label }: Option<unknown>): string => `--${name}${label ? ` ${label}` : ''}`

function detail({ help, default: fallback, variable }: Option<unknown>): string {
  const details = [
    ...(variable === undefined ? [] : [`or ${variable} in the environment`]),
    ...(fallback === undefined || fallback === '' ? [] : [`default: ${fallback}`]),
  ]
  return details.length === 0 ? help : `${help} (${details.join('; ')})`
}

export function usageOf({ name, operands, options }: Description): string {
  const operand = operands && `${operands.kind.label}${operands.max > 1 ? '...' : ''}`
  const parts = [
    ...(operands && operand ? [operands.min > 0 ? operand : `[${operand}]`] : []),
    ...Object.entries(options).map(([key, option]) => {
      const given = withLabel(key, option)
      if (option.isRequired) return given
      return option.repeats ? `[${given}]...` : `[${given}]`
    }),
    '[--help]',
  ]
  const head = `Usage: ${name} -- `
  return head + wrap(parts, 2, head.length)
}

/** What `--help` prints. */
export function helpOf(command: Description): string {
  const { about, operands, options, notes } = command
  const rows = [
    ...(operands ? [row(operands.kind.label, operands.help)] : []),
    ...Object.entries(options).map(([name, option]) => row(withLabel(name, option), detail(option))),
    row('--help', 'show this help'),
  ]
  return [usageOf(command), about, rows.join('\n'), ...(notes ? [notes] : [])].join('\n\n')
}
