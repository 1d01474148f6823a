import { parseArgs } from 'node:util'
import { MINIPROGRAM } from '../paths'

/** Stays the same from start to start: the browser keeps a person's licenses by address. */
export const USUAL_PORT = 8765

export const HELP = `Usage: npm start [-- --port N] [--miniprogram DIR]

Runs the mini program in a browser at the printed address, with its cloud function and an OCR engine that reads the
pictures, all on this machine.

  --port         ${USUAL_PORT} unless given, or a free one where that is taken
  --miniprogram  another mini program: its folder with app.json, or a project with project.config.json;
                 what it uses and the simulator does not have is listed`

export interface StartArguments {
  /** `undefined` where it was not given. */
  readonly port: number | undefined
  readonly miniprogramDir: string
}

/** Reads the command line. @throws Error that says what is wrong with it. */
export function parseStartArguments(argv: readonly string[]): StartArguments | 'help' {
  const { values } = parseArgs({
    args: [...argv],
    options: { port: { type: 'string' }, miniprogram: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help) return 'help'
  if (values.port !== undefined && !(/^\d+$/.test(values.port) && Number(values.port) <= 65_535)) {
    throw new Error(`not a port: ${values.port}`)
  }
  const port = values.port === undefined ? undefined : Number(values.port)
  return { port, miniprogramDir: values.miniprogram ?? MINIPROGRAM }
}
