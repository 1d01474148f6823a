import { ENGINE_NAMES, type EngineName } from './engines/index'
import { LEVELS, type Split } from './pictures'

/** Drawn licenses, real forms, `normal` turned by quarters and by 15 degrees, and pictures of other things. */
const USUAL = [...LEVELS, 'specimens', 'turned', 'others'] as const
/** 500 pictures one after the other, for our engine's memory, take a quarter of an hour. */
const ALL = [...USUAL, 'memory'] as const
export type LevelName = (typeof ALL)[number]

const SPLITS = ['dev', 'test'] as const satisfies readonly Split[]
const COUNT = 60

export interface Options {
  readonly split: Split
  readonly levels: readonly LevelName[]
  readonly engines: readonly EngineName[]
  /** Pictures of each level. */
  readonly count: number
  /** What each pass of ours costs and gains, and nothing else. */
  readonly passes: boolean
}

type Given = Readonly<Partial<Record<string, string | boolean>>>

function choose<T extends string>(
  given: Given,
  option: string,
  allowed: readonly T[],
  usual: readonly T[] = allowed,
): readonly T[] {
  const text = given[option]
  if (typeof text !== 'string') return usual
  return text.split(',').map((name) => {
    const found = allowed.find((one) => one === name)
    if (found === undefined) throw new Error(`--${option} must be of ${allowed.join(', ')}, not "${name}"`)
    return found
  })
}

/** @throws Error that says which option is wrong */
export function readOptions(given: Given): Options {
  const count = Number(given.count ?? COUNT)
  if (!Number.isInteger(count) || count < 1) throw new Error('--count must be a whole number, 1 or more')
  const [split = 'test'] = given.split === undefined ? [] : choose(given, 'split', SPLITS)
  return {
    split,
    count,
    passes: given.passes === true,
    levels: choose(given, 'levels', ALL, USUAL),
    engines: choose(given, 'engines', ENGINE_NAMES),
  }
}
