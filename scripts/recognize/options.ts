import { MAX_PICKED_BYTES } from '../../miniprogram/image/limits'
import type { RecognitionType } from '../../miniprogram/vehicle-license/recognition'
import { ENGINE_KEYS, engineOf } from '../../recognition/engines'
import { type ArgumentsOf, defineCommand } from '../command/command'
import { address, oneOf, text } from '../command/kinds'
import { flag, option } from '../command/options'

export const DEFAULT_ENGINE = 'embedded'
const TYPES: readonly RecognitionType[] = ['photo', 'scan']

export const RECOGNIZE = defineCommand({
  name: 'npm run --silent recognize',
  about: '识别行驶证照片 Reads vehicle licenses from pictures.',
  operands: {
    name: 'file',
    kind: text('FILE'),
    help: `JPEG, PNG or WebP; up to ${MAX_PICKED_BYTES / 2 ** 20} MB, with --engine https and --server up to 2,000,000 bytes`,
    min: 1,
    max: Infinity,
  },
  options: {
    json: flag('one line of JSON per file, in the order given: {"file", "ok", "recognition" | "error", "ms"}'),
    type: option(oneOf(TYPES), 'photo: with surroundings; scan: flat, fills the picture', { default: 'photo' }),
    engine: option(
      oneOf(ENGINE_KEYS),
      `${ENGINE_KEYS.map((key) => `${key}: ${engineOf(key).about}`).join('; ')}; default: ${DEFAULT_ENGINE}`,
    ),
    server: option(
      address('URL', ['http', 'https']),
      'sends the files in batches to a companion server (npm run serve) with workers (npm run worker); ' +
        'reads API_CLIENT=ID:SECRET, one of the server’s API_CLIENTS',
    ),
  },
  notes: 'Exit: 0 all recognized, 1 any failed, 2 invalid command line.',
  conflicts: ({ engine, server }) =>
    engine !== undefined && server !== undefined ? ['the server chooses its engine: give --engine or --server'] : [],
})

export type Options = ArgumentsOf<typeof RECOGNIZE>
