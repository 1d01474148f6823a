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
  about: '绘制虚构的行驶证图片及其内容 Draws pictures of fictitious vehicle licenses, with their contents.',
  options: {
    split: option(
      oneOf(SPLITS),
      'dev for tuning; test for reporting, with its own fonts (from bench/), layouts and backgrounds',
      { isRequired: true },
    ),
    level: option(
      oneOf(LEVELS),
      'clean, normal (a careful photo) or hard; electronic: lists on a phone screen; others: anything but a license',
      { isRequired: true },
    ),
    count: option(whole('N', 1, 9_999_999), 'number of pictures', { isRequired: true }),
    out: option(text('DIR'), 'output folder; a NAME.json beside each picture: {"truth", "cards", "troubles"}', {
      isRequired: true,
    }),
    from: option(whole('I', 0, 9_999_999), 'index of the first picture', { default: 0 }),
    turn: option(oneOf(TURNS), 'rotates the same pictures clockwise, in degrees', { default: 0 }),
  },
  notes: 'The same arguments always draw the same pictures.',
})

export type Options = ArgumentsOf<typeof LICENSES>['values']
