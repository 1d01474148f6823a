import { defineCommand, type ArgumentsOf } from '../command/command'
import { oneOf, text, whole } from '../command/kinds'
import { flag, option } from '../command/options'

const TARGETS = ['pictures', 'replies', 'wire'] as const
export type TargetName = (typeof TARGETS)[number]

export const FUZZ = defineCommand({
  name: 'npm run --silent fuzz',
  about: `Feeds mutated input to everything that strangers can reach, and checks its limits.

  pictures   to the inspection and the embedded engine in one process: each returns a result or a documented error
             within 10 s, and the process stays below 1.2 GB
  replies    to the parsers of WeChat's and the back ends' replies: each returns its type or a documented error
  wire       requests to the companion server: every response fits the API, and nothing leaks`,
  operands: { name: 'target', kind: oneOf(TARGETS), help: 'what to fuzz', min: 1, max: 1 },
  options: {
    count: option(whole('N', 0, 999_999_999), 'number of cases, counted from 0', { default: 1000 }),
    seed: option(text('S'), 'any text; the same seed makes the same cases', { default: '1' }),
    only: option(whole('K', 0, 999_999_999), 'run only the case with this number'),
    out: option(text('DIR'), 'folder for failed cases, SEED-NUMBER.bin (default: a temporary folder)'),
    json: flag('print one line of JSON at the end instead of the report'),
  },
  notes: 'Exit code: 0 no failures, 1 failures, 2 usage error.',
})

export type Options = ArgumentsOf<typeof FUZZ>['values']
