import { parseArgs } from 'node:util'
import type { BackEndConfig } from '../../miniprogram/config'
import { MINIPROGRAM } from '../paths'

/** Stays the same from start to start: the browser keeps a person's licenses by address. */
export const USUAL_PORT = 8765

export const HELP = `Usage: npm start [-- --port N] [--backend cloud|server] [--miniprogram DIR]

Runs the mini program in a browser at the printed address, with its back end and an OCR engine that reads the
pictures, all on this machine.

  --port         ${USUAL_PORT} unless given, or a free one where that is taken
  --backend      what recognizes the pictures: the cloud function (cloud, unless given), or the companion server
                 (server), which is started, too
  --miniprogram  another mini program: its folder with app.json, or a project with project.config.json;
                 what it uses and the simulator does not have is listed`

type BackEnd = BackEndConfig['kind']

export interface StartArguments {
  /** `undefined` where it was not given. */
  readonly port: number | undefined
  readonly miniprogramDir: string
  readonly backEnd: BackEnd
}

const isBackEnd = (name: string): name is BackEnd => name === 'cloud' || name === 'server'

/** Reads the command line. @throws Error that says what is wrong with it. */
export function parseStartArguments(argv: readonly string[]): StartArguments | 'help' {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string' },
      backend: { type: 'string' },
      miniprogram: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return 'help'
  if (values.port !== undefined && !(/^\d+$/.test(values.port) && Number(values.port) <= 65_535)) {
    throw new Error(`not a port: ${values.port}`)
  }
  const { backend: backEnd = 'cloud', miniprogram: miniprogramDir = MINIPROGRAM } = values
  if (!isBackEnd(backEnd)) throw new Error(`not a back end: ${backEnd} (cloud or server)`)
  if (backEnd === 'server' && values.miniprogram !== undefined) {
    throw new Error('--backend server is for this project’s own mini program: another one knows no such server')
  }
  return { port: values.port === undefined ? undefined : Number(values.port), miniprogramDir, backEnd }
}
