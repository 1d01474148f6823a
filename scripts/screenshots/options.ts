import { parseArgs } from 'node:util'
import { LOOKS } from './looks'

export interface Options {
  /** Names of states, or the beginnings of such; empty for all. */
  readonly only: readonly string[]
  /** Names of looks; empty for all. */
  readonly looks: readonly string[]
  readonly out: string
  /** Whether the whole page is shown, however long. */
  readonly whole: boolean
}

/** The command was given wrongly. Its message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const USUAL_OUT = 'dist/screenshots'

export const HELP = `Takes a picture of every page, popup and step of the mini program, as different phones show it.

npm run --silent screenshots -- [--only NAME]... [--look NAME]... [--whole] [--out DIR]

  --only   states of this name or beginning with it, as home or form-doubts; all unless given
  --look   ${Object.keys(LOOKS).join(', ')}; all unless given
  --whole  each page in its whole length, not what of it is on the screen
  --out    folder of the pictures and of index.html, which shows them side by side; ${USUAL_OUT} unless given
  --help   this text

Exit: 0 all were taken, 1 a state could not be reached, 2 the command was given wrongly.
`

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true, default: [] },
        look: { type: 'string', multiple: true, default: [] },
        whole: { type: 'boolean', default: false },
        out: { type: 'string', default: USUAL_OUT },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** @throws UsageError where an option or a look is not known */
export function readOptions(args: readonly string[]): Options | 'help' {
  const { help, look, ...options } = parse(args)
  if (help) return 'help'
  const unknown = look.filter((name) => !(name in LOOKS))
  if (unknown.length > 0) throw new UsageError(`no such look: ${unknown.join(', ')}`)
  return { ...options, looks: look }
}
