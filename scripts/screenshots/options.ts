import { defineCommand, type GivenTo } from '../command/command'
import { oneOf, text } from '../command/kinds'
import { flag, option, repeated } from '../command/options'
import { LOOKS } from './looks'

export const SCREENSHOTS = defineCommand({
  name: 'npm run --silent screenshots',
  about: 'Takes a picture of every page, popup and step of the mini program, as different phones show it.',
  options: {
    only: repeated(text('NAME'), 'states of this name or beginning with it, as home or form-doubts; all unless given'),
    look: repeated(
      { ...oneOf(Object.keys(LOOKS)), label: 'LOOK' },
      `${Object.keys(LOOKS).join(', ')}; all unless given`,
    ),
    whole: flag('each page in its whole length, not what of it is on the screen'),
    out: option(text('DIR'), 'folder of the pictures and of index.html, which shows them side by side', {
      usual: 'dist/screenshots',
    }),
  },
  notes: 'Exit: 0 all were taken, 1 a state could not be reached, 2 the command was given wrongly.',
})

export type Options = GivenTo<typeof SCREENSHOTS>['values']
