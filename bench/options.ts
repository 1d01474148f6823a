import { defineCommand, type ArgumentsOf } from '../scripts/command/command'
import { oneOf, someOf, whole } from '../scripts/command/kinds'
import { flag, option } from '../scripts/command/options'
import { ENGINE_NAMES } from './recognition/engines/index'
import { LEVELS, type Split } from './recognition/pictures'

export const BENCHES = ['backend', 'compress', 'experience', 'frames', 'recognition'] as const
export type BenchName = (typeof BENCHES)[number]

const SPLITS: readonly Split[] = ['test', 'dev']
/** Drawn licenses, real forms, `normal` rotated by 90, 180, 270 and ±15 degrees, and other things. */
const DEFAULT_LEVELS = [...LEVELS, 'specimens', 'turned', 'others'] as const
/** `memory` is opt-in: its 500 pictures take a quarter of an hour. */
const ALL_LEVELS = [...DEFAULT_LEVELS, 'memory'] as const

export const BENCH = defineCommand({
  name: 'npm run bench',
  about: 'Runs benchmarks and prints the figures with their goals. Installs its own packages into bench/ first.',
  operands: { name: 'benchmark', kind: oneOf(BENCHES), help: 'default: all', min: 0, max: BENCHES.length },
  options: {
    json: flag(
      'print one line of JSON per figure, {"bench", "name", "value", "unit", "goal", "reached"}, and per table row, ' +
        '{"bench", "table", and a key per column}',
    ),
    split: option(oneOf(SPLITS), 'test for reporting or dev for tuning; for recognition, compress and frames', {
      default: 'test',
    }),
    count: option(
      whole('N', 1),
      'for recognition and compress, pictures per level (default: 60); for frames, planes, each shown in up to 31 ' +
        'ways (default: 14)',
    ),
    levels: option(
      someOf('LEVELS', ALL_LEVELS),
      `for recognition: any of ${DEFAULT_LEVELS.join(',')}, and memory, 500 pictures read by ours`,
      { default: DEFAULT_LEVELS },
    ),
    engines: option(
      someOf('ENGINES', ENGINE_NAMES),
      `for recognition: any of ${ENGINE_NAMES.join(',')}; ours alone also lists its errors`,
      { default: ENGINE_NAMES },
    ),
    passes: flag(
      'for recognition: only the cost and gain of each pass of ours, and the share of text assigned to no field',
    ),
  },
})

/** Options of all benchmarks. */
export type Options = ArgumentsOf<typeof BENCH>['values']

/** With the number of pictures per level. */
export type CountedOptions = Options & { readonly count: number }
