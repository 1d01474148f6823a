import { defineCommand, type ArgumentsOf } from '../command/command'
import { oneOf, text } from '../command/kinds'
import { flag, option, repeated } from '../command/options'
import { LOOKS } from './looks'

export const SCREENSHOTS = defineCommand({
  name: 'npm run --silent screenshots',
  about: 'Takes screenshots of every page, popup and step of the mini program on different phones.',
  options: {
    only: repeated(text('NAME'), 'only states whose name starts with this, e.g. home or form-doubts (default: all)'),
    look: repeated({ ...oneOf(Object.keys(LOOKS)), label: 'LOOK' }, `${Object.keys(LOOKS).join(', ')} (default: all)`),
    whole: flag('capture the full length of each page, not only the visible part'),
    out: option(text('DIR'), 'output folder; its index.html shows the pictures side by side', {
      default: 'dist/screenshots',
    }),
  },
  notes: 'Exit code: 0 all taken, 1 a state could not be reached, 2 usage error.',
})

export type Options = ArgumentsOf<typeof SCREENSHOTS>['values']
