import { parseArgs } from 'node:util'
import { MINIPROGRAM } from '../paths'

export const HELP = `Usage: npm start [-- --port N] [--miniprogram DIR]

Runs the mini program in a browser at the printed address, with its cloud function and an OCR engine that reads the
pictures, all on this machine.

  --port         a free port unless given
  --miniprogram  another mini program: its folder with app.json, or a project with project.config.json;
                 what it uses and the simulator does not have is listed`

export interface StartArguments {
  readonly port: number
  readonly miniprogramDir: string
}

/** Reads the command line. @throws Error that says what is wrong with it. */
export function parseStartArguments(argv: readonly string[]): StartArguments | 'help' {
  const { values } = parseArgs({
    args: [...argv],
    options: { port: { type: 'string' }, miniprogram: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help) return 'help'
  const port = Number(values.port ?? 0)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`not a port: ${values.port}`)
  return { port, miniprogramDir: values.miniprogram ?? MINIPROGRAM }
}
