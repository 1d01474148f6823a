import { defineCommand, type ArgumentsOf } from '../command/command'
import { text } from '../command/kinds'
import { flag, option, repeated } from '../command/options'

export const PAGES = defineCommand({
  name: 'npm run --silent pages',
  about: 'Opens every page of a mini program in the simulator, each on a fresh phone, and reports which are shown.',
  operands: {
    name: 'mini program',
    kind: text('DIR'),
    help: 'folder with app.json, or a project with project.config.json',
    min: 1,
    max: 1,
  },
  options: {
    only: repeated(text('PATH'), 'only pages whose path starts with this (default: all)'),
    out: option(text('DIR'), 'folder for a screenshot of each page'),
    json: flag('print one line of JSON per page: {"page", "rendered", "errors"}'),
  },
  notes: 'Exit code: 0 every page is shown without errors, 1 some are not, 2 usage error.',
})

export type PagesGiven = ArgumentsOf<typeof PAGES>
