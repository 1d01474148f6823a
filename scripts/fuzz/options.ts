import { defineCommand, type ArgumentsOf } from '../command/command'
import { oneOf, text, whole } from '../command/kinds'
import { flag, option } from '../command/options'

const TARGETS = ['pictures', 'replies', 'wire'] as const
export type TargetName = (typeof TARGETS)[number]

export const FUZZ = defineCommand({
  name: 'npm run --silent fuzz',
  about: `Feeds mutated input to what strangers can reach, and looks whether it keeps to its bounds.

  pictures   through the inspection and the embedded engine, in one process: each ends within 10 s in a result or
             an error of the list, and the process stays under 1.2 GB
  replies    through the readers of WeChat's replies and of the back ends': each gives what its type says, or an
             error of the list
  wire       requests to the companion server: it answers each with its contract, and is as before when all are over`,
  operands: { name: 'target', kind: oneOf(TARGETS), help: 'what is fed', min: 1, max: 1 },
  options: {
    count: option(whole('N', 0, 999_999_999), 'cases, numbered from 0', { default: 1000 }),
    seed: option(text('S'), 'any text: the same seed gives the same cases', { default: '1' }),
    only: option(whole('K', 0, 999_999_999), 'runs the case of this number alone'),
    out: option(
      text('DIR'),
      'folder for the cases that fail, SEED-NUMBER.bin; a temporary one, which is told, unless given',
    ),
    json: flag('one line of JSON at the end in the place of the report'),
  },
  notes: 'Exit: 0 all kept to their bounds, 1 any did not, 2 the command was given wrongly.',
})

export type Options = ArgumentsOf<typeof FUZZ>['values']
