/** Runs one engine in its own process, to isolate crashes, memory and startup. */
import { readFile } from 'node:fs/promises'
import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import { ENGINE_NAMES, ENGINES } from '../engines/index'
import { memory } from './memory'
import type { Job, Outcome, Reply } from './messages'

const name = ENGINE_NAMES.find((one) => one === process.argv[2])
if (name === undefined) throw new Error(`no such engine: ${process.argv[2] ?? ''}`)
const readPicture = await ENGINES[name]()

async function work(bytes: Buffer): Promise<Outcome> {
  try {
    return { kind: 'read', read: await readPicture(bytes) }
  } catch (error) {
    if (error instanceof RecognitionError && error.code === 'NOT_A_LICENSE') return { kind: 'refused' }
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

async function answer({ path }: Job): Promise<Reply> {
  const bytes = await readFile(path)
  const startedAt = performance.now()
  const outcome = await work(bytes)
  return { outcome, ms: performance.now() - startedAt, memory: memory() }
}

process.on('message', (job: Job) => {
  void answer(job).then((reply) => process.send?.(reply))
})
process.on('disconnect', () => process.exit())
