import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { MAX_PICKED_BYTES } from '../../../../miniprogram/image/limits'
import { createEmbeddedEngine } from '../../../../recognition/engines/embedded'
import type { LicenseImage } from '../../../../recognition/engine'
import { inspect } from '../../../../recognition/inspect'

// A program that reads all files of a folder with one worker, and prints what came of each and what memory it took.
const [, , folder = ''] = process.argv
const engine = createEmbeddedEngine({ workers: 1 })
await engine.warm()

async function outcome(image: () => LicenseImage): Promise<string | undefined> {
  try {
    const { license } = await engine.recognize(image(), { type: 'photo', signal: new AbortController().signal })
    return license.plateNumB
  } catch (error) {
    return error instanceof RecognitionError ? error.code : String(error)
  }
}

/** Linux counts into `maxRSS` what the parent held when it started this process, but says the program's own, too. */
function peakMb(): number {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
  const own = /VmHWM:\s+(\d+)/.exec(status)?.[1]
  return Math.round(Number(own ?? process.resourceUsage().maxRSS) / 1024)
}

const results: Record<string, unknown> = {}
for (const name of readdirSync(folder)) {
  const bytes = readFileSync(join(folder, name))
  const begin = performance.now()
  const inspected = await outcome(() => inspect(bytes, { maxBytes: MAX_PICKED_BYTES }))
  const ms = Math.round(performance.now() - begin)
  // As if whoever calls the engine had not looked at the file.
  const isTooLarge = bytes.byteLength > MAX_PICKED_BYTES
  const straight = isTooLarge
    ? 'NOT_TRIED'
    : await outcome(() => ({ bytes, contentType: 'image/jpeg', width: 1, height: 1 }))
  results[name] = { inspected, straight, ms, peakMb: peakMb() }
}
console.log(JSON.stringify({ results, peakMb: peakMb() }))
await engine.close()
