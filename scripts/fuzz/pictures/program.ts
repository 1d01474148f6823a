import { readFileSync } from 'node:fs'
import { isErrorCode, RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import { MAX_PICKED_BYTES } from '../../../miniprogram/image/limits'
import { createEmbeddedEngine } from '../../../recognition/engines/embedded'
import type { LicenseImage } from '../../../recognition/engine'
import { inspect } from '../../../recognition/inspect'
import { recognitionProblem } from '../recognition-problem'
import { peakMb } from './memory'
import { type Job, type ReadResult, READY } from './messages'
import { MAX_READ_MS, watchThreads } from './threads'

// A child process that reads one picture at a time.

/** Errors that no picture may cause. */
const FORBIDDEN_ERRORS = ['ENGINE_UNAVAILABLE', 'ENGINE_BUSY', 'TIMEOUT', 'CANCELLED']

type Outcome = Pick<ReadResult, 'outcome' | 'problem'>

const threads = watchThreads()
const engine = createEmbeddedEngine({ workers: 1 })

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

function ofError(error: unknown, who: string): Outcome {
  if (!(error instanceof RecognitionError) || !isErrorCode(error.code))
    return { outcome: 'undocumented error', problem: describe(error) }
  const outcome = `${error.code} ${who}`
  return FORBIDDEN_ERRORS.includes(error.code)
    ? { outcome, problem: `${outcome}: ${describe(error.details.cause)}` }
    : { outcome }
}

async function recognize(image: LicenseImage): Promise<Outcome> {
  try {
    const recognition = await engine.recognize(image, { type: 'photo', signal: new AbortController().signal })
    const problem = recognitionProblem(recognition)
    return { outcome: 'read', ...(problem !== undefined && { problem }) }
  } catch (error) {
    return ofError(error, 'by the engine')
  }
}

async function read({ path, isForced }: Job): Promise<Outcome> {
  const bytes = readFileSync(path)
  let image: LicenseImage
  try {
    image = inspect(bytes, { maxBytes: MAX_PICKED_BYTES })
  } catch (error) {
    const refused = ofError(error, 'by the inspection')
    if (!isForced || refused.problem !== undefined || bytes.byteLength > MAX_PICKED_BYTES) return refused
    const forced = await recognize({ bytes, contentType: 'image/jpeg', width: 1, height: 1 })
    return { ...forced, outcome: `${refused.outcome}, ${forced.outcome} when forced` }
  }
  return recognize(image)
}

let uncaught: string | undefined
process.on('unhandledRejection', (reason) => (uncaught = `unhandled rejection: ${describe(reason)}`))
process.on('uncaughtException', (error) => (uncaught = `uncaught exception: ${describe(error)}`))

process.on('message', (job: Job) => {
  const begin = performance.now()
  const cpu = process.cpuUsage()
  void read(job).then(({ outcome, problem }) => {
    const ms = performance.now() - begin
    const { user, system } = process.cpuUsage(cpu)
    const cpuMs = (user + system) / 1000
    const ending = ms < MAX_READ_MS ? '' : ', slowly'
    const wrong = problem ?? threads.problem(ms) ?? uncaught
    uncaught = undefined
    process.send?.({
      outcome: outcome + ending,
      ms,
      cpuMs,
      peakMb: peakMb(),
      ...(wrong !== undefined && { problem: wrong }),
    } satisfies ReadResult)
  })
})
await engine.warm()
process.send?.(READY)
