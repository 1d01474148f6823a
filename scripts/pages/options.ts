import { defineCommand, type GivenTo } from '../command/command'
import { text } from '../command/kinds'
import { flag, option, repeated } from '../command/options'

export const PAGES = defineCommand({
  name: 'npm run --silent pages',
  about: 'Opens every page of a mini program in the simulator, each on a phone of its own, and says which are shown.',
  operands: {
    name: 'mini program',
    kind: text('DIR'),
    help: 'its folder with app.json, or a project with project.config.json',
    least: 1,
    most: 1,
  },
  options: {
    only: repeated(text('PATH'), 'pages whose path begins with this; all unless given'),
    out: option(text('DIR'), 'folder to which a picture of each page is written'),
    json: flag('one line per page: {"page", "rendered", "errors"}'),
  },
  notes:
    'Exit: 0 every page is shown and reports no error, 1 some page is not or does, 2 the command was given wrongly.',
})

export type PagesGiven = GivenTo<typeof PAGES>
