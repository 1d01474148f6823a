import { defineCommand, type ArgumentsOf } from '../command/command'
import { oneOf, text, whole } from '../command/kinds'
import { option } from '../command/options'
import type { Turn } from './camera/orientation'
import type { Split } from './splits'
import type { Level } from './degradations'

const SPLITS: readonly Split[] = ['dev', 'test']
const LEVELS: readonly (Level | 'electronic' | 'others')[] = ['clean', 'normal', 'hard', 'electronic', 'others']
const TURNS: readonly Turn[] = [0, 90, 180, 270]

export const LICENSES = defineCommand({
  name: 'npm run licenses',
  about: '绘制虚构的行驶证图片及其内容 Draws pictures of made-up vehicle licenses, with what stands on them.',
  options: {
    split: option(
      oneOf(SPLITS),
      'dev to tune on; test to report on, with fonts (of bench/), layouts and backgrounds of its own',
      { isRequired: true },
    ),
    level: option(
      oneOf(LEVELS),
      'clean, normal (a careful photo) or hard; electronic: lists on a phone’s screen; others: pictures that are no ' +
        'license',
      { isRequired: true },
    ),
    count: option(whole('N', 1, 9_999_999), 'how many', { isRequired: true }),
    out: option(text('DIR'), 'folder for the pictures and a NAME.json beside each: {"truth", "cards", "troubles"}', {
      isRequired: true,
    }),
    from: option(whole('I', 0, 9_999_999), 'index of the first', { default: 0 }),
    turn: option(oneOf(TURNS), 'turns the same pictures by so many degrees clockwise', { default: 0 }),
  },
  notes: 'The same arguments give the same pictures.',
})

export type Options = ArgumentsOf<typeof LICENSES>['values']
