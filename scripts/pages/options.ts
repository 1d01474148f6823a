import { parseArgs } from 'node:util'

export interface Options {
  /** The mini program, or a project with project.config.json. */
  readonly miniprogramDir: string
  /** Beginnings of the pages' paths; empty for all pages. */
  readonly only: readonly string[]
  /** Folder of the pictures; undefined for none. */
  readonly out: string | undefined
  readonly json: boolean
}

/** The command was given wrongly. Its message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const HELP = `Opens every page of a mini program in the simulator, each on a phone of its own, and says which are shown.

npm run --silent pages -- DIR [--only PATH]... [--out DIR] [--json]

  DIR     the mini program: its folder with app.json, or a project with project.config.json
  --only  pages whose path begins with this; all unless given
  --out   folder to which a picture of each page is written
  --json  one line per page: {"page", "rendered", "errors"}
  --help  this text

Exit: 0 every page is shown and reports no error, 1 some page is not or does, 2 the command was given wrongly.
`

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        only: { type: 'string', multiple: true, default: [] },
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** Reads the command line. @throws UsageError that says what is wrong with it. */
export function readOptions(args: readonly string[]): Options | 'help' {
  const { values, positionals } = parse(args)
  if (values.help) return 'help'
  const [miniprogramDir, ...others] = positionals
  if (miniprogramDir === undefined || others.length > 0) throw new UsageError('name one mini program')
  const { only, out, json } = values
  return { miniprogramDir, only, out, json }
}
