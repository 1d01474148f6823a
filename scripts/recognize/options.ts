import { parseArgs } from 'node:util'
import { MAX_PICKED_BYTES } from '../../miniprogram/vehicle-license/photo'
import type { RecognitionType } from '../../miniprogram/vehicle-license/recognition'

export type EngineName = 'embedded' | 'https'

export interface Options {
  readonly files: readonly string[]
  readonly json: boolean
  readonly type: RecognitionType
  readonly engine: EngineName
  /** Address of a companion server that recognizes in the place of an engine here. */
  readonly server?: string
  readonly help: boolean
}

/** The command was given wrongly. Its message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const HELP = `识别行驶证照片 Reads vehicle licenses from pictures.

npm run --silent recognize -- FILE... [--json] [--type photo|scan] [--engine embedded|https | --server URL]

  FILE       JPEG, PNG or WebP; up to ${MAX_PICKED_BYTES / 2 ** 20} MB, with --engine https and --server up to 2,000,000 bytes
  --json     one line of JSON per file, in the order given: {"file", "ok", "recognition" | "error", "ms"}
  --type     photo (in the open) or scan (flat, fills the picture); photo unless given
  --engine   embedded (on this machine) unless given, or https (WeChat's; reads WECHAT_APPID and WECHAT_SECRET)
  --server   in batches by a companion server (npm run serve) and its workers (npm run worker);
             reads API_CLIENT=ID:SECRET, one of the server's API_CLIENTS
  --help     this text

Exit: 0 all were read, 1 any was not, 2 the command was given wrongly.
`

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value)
  if (found === undefined) throw new UsageError(`--${name} must be ${allowed.join(' or ')}, not "${value}"`)
  return found
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        type: { type: 'string', default: 'photo' },
        engine: { type: 'string' },
        server: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function readServer(text: string): string {
  if (!/^https?:/.test(text) || !URL.canParse(text))
    throw new UsageError(`--server must be an address that begins with http:// or https://, not "${text}"`)
  return text.replace(/\/+$/, '')
}

/** @throws UsageError */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args)
  const { server } = values
  if (positionals.length === 0 && !values.help) throw new UsageError('Name at least one FILE')
  if (server !== undefined && values.engine !== undefined)
    throw new UsageError('The server chooses its engine: give --engine or --server')
  return {
    files: positionals,
    json: values.json,
    type: oneOf('type', values.type, ['photo', 'scan']),
    engine: oneOf('engine', values.engine ?? 'embedded', ['embedded', 'https']),
    ...(server !== undefined && { server: readServer(server) }),
    help: values.help,
  }
}
