import { parseArgs } from 'node:util'
import type { Turn } from './camera/orientation'
import type { Level } from './troubles'
import type { Split } from './splits'

export interface Options {
  readonly split: Split
  readonly level: Level | 'electronic' | 'others'
  readonly count: number
  readonly from: number
  readonly turn: Turn
  readonly out: string
}

/** The command was given wrongly. Its message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const HELP = `绘制虚构的行驶证图片及其内容 Draws pictures of made-up vehicle licenses, with what stands on them.

npm run licenses -- --split dev|test --level clean|normal|hard|electronic|others --count N --out DIR [--from I] [--turn D]

  --split   dev to tune on; test to report on, with fonts (of bench/), layouts and backgrounds of its own
  --level   clean, normal (a careful photo) or hard; electronic: lists on a phone's screen;
            others: pictures that are no license
  --count   how many
  --from    index of the first, 0 unless given
  --turn    turns the same pictures by 90, 180 or 270 degrees clockwise
  --out     folder for the pictures and a NAME.json beside each: {"truth", "cards", "troubles"}
  --help    this text

The same arguments give the same pictures.
`

function oneOf<T extends string>(name: string, value: string | undefined, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value)
  if (found === undefined) throw new UsageError(`--${name} must be ${allowed.join(', ')}`)
  return found
}

function whole(name: string, value: string | undefined, least: number): number {
  if (value === undefined || !/^\d{1,7}$/.test(value) || Number(value) < least)
    throw new UsageError(`--${name} must be a whole number from ${least}`)
  return Number(value)
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      options: {
        split: text,
        level: text,
        count: text,
        from: text,
        turn: text,
        out: text,
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** `undefined` where only help was asked for. @throws UsageError */
export function readOptions(args: readonly string[]): Options | undefined {
  const { split, level, count, from, turn, out, help } = parse(args)
  if (help) return undefined
  if (out === undefined || out === '') throw new UsageError('--out must name a folder')
  return {
    split: oneOf('split', split, ['dev', 'test']),
    level: oneOf('level', level, ['clean', 'normal', 'hard', 'electronic', 'others']),
    count: whole('count', count, 1),
    from: whole('from', from ?? '0', 0),
    turn: Number(oneOf('turn', turn ?? '0', ['0', '90', '180', '270'])) as Turn,
    out,
  }
}
