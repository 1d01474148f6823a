import type { BackEndConfig } from '../../miniprogram/config'
import { defineCommand } from '../command/command'
import { oneOf, text, whole } from '../command/kinds'
import { option } from '../command/options'

/** Stays the same from start to start: the browser keeps a person's licenses by address. */
export const USUAL_PORT = 8765

const BACK_ENDS: readonly BackEndConfig['kind'][] = ['cloud', 'server']

export const START = defineCommand({
  name: 'npm start',
  about: `Runs the mini program in a browser at the printed address, with its back end and an OCR engine that reads the
pictures, all on this machine.`,
  options: {
    port: option(whole('N', 0, 65_535), `${USUAL_PORT} unless given, or a free one where that is taken`),
    backend: option(
      oneOf(BACK_ENDS),
      'what recognizes the pictures: the cloud function, or the companion server, which is started, too',
      { usual: 'cloud' },
    ),
    miniprogram: option(
      text('DIR'),
      'another mini program: its folder with app.json, or a project with project.config.json; what it uses and the ' +
        'simulator does not have is listed',
    ),
  },
  conflicts: ({ backend, miniprogram }) =>
    backend === 'server' && miniprogram !== undefined
      ? ['--backend server is for this project’s own mini program: another one knows no such server']
      : [],
})
