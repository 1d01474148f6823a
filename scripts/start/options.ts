import type { BackEndConfig } from '../../miniprogram/config'
import { defineCommand } from '../command/command'
import { oneOf, text, whole } from '../command/kinds'
import { option } from '../command/options'

/** Fixed, because the browser stores the licenses by origin. */
export const DEFAULT_PORT = 8765

const BACK_ENDS: readonly BackEndConfig['kind'][] = ['cloud', 'server']

export const START = defineCommand({
  name: 'npm start',
  about: `Runs the mini program in a browser, with its back end and a real OCR engine, all on this machine.`,
  options: {
    port: option(whole('N', 0, 65_535), `default: ${DEFAULT_PORT}, or a free port if that is taken`),
    backend: option(oneOf(BACK_ENDS), 'the cloud function, or the companion server, which is started too', {
      default: 'cloud',
    }),
    miniprogram: option(
      text('DIR'),
      'another mini program: a folder with app.json, or a project with project.config.json; lists what it uses and ' +
        'the simulator lacks',
    ),
  },
  conflicts: ({ backend, miniprogram }) =>
    backend === 'server' && miniprogram !== undefined
      ? ['--backend server works only with this project’s own mini program']
      : [],
})
