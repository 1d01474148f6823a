import { defineCommand, type ArgumentsOf } from '../scripts/command/command'
import { oneOf, someOf, whole } from '../scripts/command/kinds'
import { flag, option } from '../scripts/command/options'
import { ENGINE_NAMES } from './recognition/engines/index'
import { LEVELS, type Split } from './recognition/pictures'

export const BENCHES = ['backend', 'compress', 'experience', 'frames', 'recognition'] as const
export type BenchName = (typeof BENCHES)[number]

const SPLITS: readonly Split[] = ['test', 'dev']
/** Drawn licenses, real forms, `normal` turned by quarters and by 15 degrees, and pictures of other things. */
const DEFAULT_LEVELS = [...LEVELS, 'specimens', 'turned', 'others'] as const
/** 500 pictures one after the other, for our engine's memory, take a quarter of an hour. */
const ALL_LEVELS = [...DEFAULT_LEVELS, 'memory'] as const

export const BENCH = defineCommand({
  name: 'npm run bench',
  about: 'Measures, and prints what came of it beside what it should be. Installs its own packages into bench/ first.',
  operands: { name: 'benchmark', kind: oneOf(BENCHES), help: 'all unless given', min: 0, max: BENCHES.length },
  options: {
    json: flag(
      'one line of JSON per figure: {"bench", "name", "value", "unit", "goal", "reached"}, and per row of a table: ' +
        '{"bench", "table", and each column by its name}',
    ),
    split: option(oneOf(SPLITS), 'test, which is reported, or dev to tune on; for recognition, compress and frames', {
      default: 'test',
    }),
    count: option(
      whole('N', 1),
      'pictures of each level (60 unless given), for recognition and compress; for frames, desks that a license lies ' +
        'on, each shown in 30 ways (14 unless given)',
    ),
    levels: option(
      someOf('LEVELS', ALL_LEVELS),
      `for recognition, some of ${DEFAULT_LEVELS.join(',')}, which are all unless given, and memory: 500 pictures read by ours`,
      { default: DEFAULT_LEVELS },
    ),
    engines: option(
      someOf('ENGINES', ENGINE_NAMES),
      `for recognition, some of ${ENGINE_NAMES.join(',')}; alone, ours also prints what it read wrongly`,
      { default: ENGINE_NAMES },
    ),
    passes: flag(
      'for recognition: what each pass of ours costs and gains, and how much was read that went to no field; nothing else',
    ),
  },
})

/** What every benchmark is given; each heeds what concerns it. */
export type Options = ArgumentsOf<typeof BENCH>['values']

/** With how many pictures there are of each level. */
export type CountedOptions = Options & { readonly count: number }
