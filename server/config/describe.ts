import { metadataOf, VARIABLES } from './environment'

const WIDTH = Math.max(...VARIABLES.map((name) => name.length)) + 2

/** The environment variables as text for a terminal. */
export const describeVariables = (): string =>
  VARIABLES.map((name) => {
    const { description, expects, default: fallback } = metadataOf(name)
    const detail = `${expects}${fallback === undefined ? '' : `; default: ${String(fallback)}`}`
    return `  ${name.padEnd(WIDTH)}${description}\n  ${' '.repeat(WIDTH)}(${detail})`
  }).join('\n')
