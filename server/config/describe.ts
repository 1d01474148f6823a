import { VARIABLES, wordsOf } from './environment'

const WIDTH = Math.max(...VARIABLES.map((name) => name.length)) + 2

/** The environment variables for a terminal, a line or two for each. */
export const describeVariables = (): string =>
  VARIABLES.map((name) => {
    const { description, expects, usual } = wordsOf(name)
    const detail = `${expects}${usual === undefined ? '' : `; ${String(usual)} unless set`}`
    return `  ${name.padEnd(WIDTH)}${description}\n  ${' '.repeat(WIDTH)}(${detail})`
  }).join('\n')
