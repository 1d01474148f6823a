import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand, type CommandContext } from '../command/run'
import { FUZZ, type Options, type TargetName } from './options'
import { add, describe, EMPTY, type Tally } from './tally'
import type { Fuzz, Plan, Verdict } from './verdict'

/** Loaded on demand: the server and the engine take a while. */
const TARGETS: Readonly<Record<TargetName, () => Promise<Fuzz>>> = {
  pictures: async () => (await import('./pictures')).fuzzPictures(),
  replies: async () => (await import('./replies')).fuzzReplies(),
  wire: async () => (await import('./wire')).fuzzWire,
}

const PROGRESS_MS = 30_000

const planOf = ({ count, only, seed }: Options): Plan => ({
  seed,
  numbers: only === undefined ? Array.from({ length: count }, (_, number) => number) : [only],
})

/** Saves the inputs of failed cases. */
function createFailureFolder({ out, seed }: Options) {
  let folder: string | undefined
  return {
    path: () => folder,
    save({ number, problem, input }: Verdict): string | undefined {
      if (problem === undefined || !input) return undefined
      folder ??= out ?? mkdtempSync(join(tmpdir(), 'fuzz-'))
      mkdirSync(folder, { recursive: true })
      const path = join(folder, `${seed.replace(/\W/g, '_')}-${number ?? 'all'}.bin`)
      writeFileSync(path, input())
      return path
    },
  }
}

async function fuzz(target: TargetName, options: Options, { out, error }: CommandContext): Promise<Tally> {
  const { json } = options
  const failures = createFailureFolder(options)
  const plan = planOf(options)
  let tally = EMPTY
  let reportedAt = performance.now()
  for await (const verdict of (await TARGETS[target]())(plan)) {
    tally = add(tally, verdict, failures.save(verdict))
    if (verdict.problem !== undefined) error(`#${verdict.number ?? ''} ${verdict.problem}: ${verdict.made}\n`)
    if (performance.now() - reportedAt < PROGRESS_MS) continue
    reportedAt = performance.now()
    error(`${tally.cases} of ${plan.numbers.length}, ${tally.failures.length} failed, ${tally.peakMb ?? 0} MB\n`)
  }
  out(json ? `${JSON.stringify(tally)}\n` : describe(tally))
  const folder = failures.path()
  if (folder !== undefined) error(`Failed cases are in ${folder}\n`)
  return tally
}

/** @returns the exit code */
export const run = (args: readonly string[], context: CommandContext): Promise<number> =>
  runCommand(FUZZ, args, context, async ({ operands, values }) => {
    let failures = 0
    for (const target of operands) failures += (await fuzz(target, values, context)).failures.length
    return failures === 0 ? 0 : 1
  })
