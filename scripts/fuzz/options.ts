import { parseArgs } from 'node:util'

export type TargetName = 'pictures' | 'replies' | 'wire'

export interface Options {
  readonly target: TargetName
  /** Cases, numbered from 0. */
  readonly count: number
  readonly seed: string
  /** The number of the only case to run. */
  readonly only?: number
  /** Folder for the cases that fail. */
  readonly out?: string
  readonly json: boolean
}

/** The command was given wrongly. Its message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const TARGETS: readonly TargetName[] = ['pictures', 'replies', 'wire']

export const HELP = `Feeds mutated input to what strangers can reach, and looks whether it keeps to its bounds.

npm run --silent fuzz -- pictures|replies|wire [--count N] [--seed S] [--only K] [--out DIR] [--json]

  pictures   through the inspection and the embedded engine, in one process: each ends within 10 s in a result or
             an error of the list, and the process stays under 1.2 GB
  replies    through the readers of WeChat's replies and of the back ends': each gives what its type says, or an
             error of the list
  wire       requests to the companion server: it answers each with its contract, and is as before when all are over

  --count    cases; 1000 unless given
  --seed     any text, 1 unless given: the same seed gives the same cases
  --only     runs the case of this number alone
  --out      folder for the cases that fail, SEED-NUMBER.bin; a temporary one, which is told, unless given
  --json     one line of JSON at the end in the place of the report
  --help     this text

Exit: 0 all kept to their bounds, 1 any did not, 2 the command was given wrongly.
`

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        count: { type: 'string', default: '1000' },
        seed: { type: 'string', default: '1' },
        only: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function readNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${name} must be a whole number, not "${text}"`)
  return Number(text)
}

/** Nothing where help is asked for. @throws UsageError */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values, positionals } = parse(args)
  if (values.help) return undefined
  const target = TARGETS.find((name) => name === positionals[0])
  if (target === undefined || positionals.length !== 1) throw new UsageError(`Name one of ${TARGETS.join(', ')}`)
  const { only, out, seed, json } = values
  return {
    target,
    count: readNumber('count', values.count),
    seed,
    json,
    ...(only !== undefined && { only: readNumber('only', only) }),
    ...(out !== undefined && { out }),
  }
}
