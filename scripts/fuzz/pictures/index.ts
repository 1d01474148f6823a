import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fuzz, Verdict } from '../verdict'
import { createMaker, type FuzzPicture } from './make'
import type { Job, ReadResult } from './messages'
import { createReader, type Reader } from './reader'
import { MAX_READ_MS } from './threads'

export interface Bounds {
  /** Per picture, on an idle machine. */
  readonly maxMs: number
  /** Peak of the reading process. */
  readonly maxMb: number
}

const BOUNDS: Bounds = { maxMs: 10_000, maxMb: 1_200 }
/** Far above the limit, because the machine may be busy. */
const TIMEOUT_MS = 60_000

/** Ignores pictures that mostly waited for the CPU. */
const isTooSlow = ({ ms, cpuMs }: ReadResult, { maxMs }: Bounds): boolean => ms > maxMs && cpuMs > ms / 2

function problemOf(read: ReadResult, bounds: Bounds): string | undefined {
  const { problem, ms, peakMb } = read
  const { maxMb } = bounds
  if (problem !== undefined) return problem
  if (isTooSlow(read, bounds)) return `${Math.round(ms)} ms`
  return peakMb > maxMb ? `${peakMb} MB` : undefined
}

/** A slow picture counts only if it is slow again in a new process, because the machine may be busy. */
async function retryIfSlow(reader: Reader, job: Job, { maxMs }: Bounds): Promise<ReadResult> {
  const read = await reader.read(job)
  if (read.ms < Math.min(maxMs, MAX_READ_MS)) return read
  reader.close()
  return reader.read(job)
}

function judge(number: number, { name, bytes }: FuzzPicture, read: ReadResult, bounds: Bounds): Verdict {
  const problem = problemOf(read, bounds)
  const made = `${name} (${bytes.length} bytes)`
  return { number, made, ...read, ...(problem !== undefined && { problem }), input: () => bytes }
}

/** Inspects mutated pictures and reads them with the embedded engine, like the server. */
export function fuzzPictures(bounds: Bounds = BOUNDS): Fuzz {
  return async function* ({ seed, numbers }) {
    const folder = await mkdtemp(join(tmpdir(), 'fuzz-picture-'))
    const reader = createReader(TIMEOUT_MS)
    const make = createMaker(seed)
    const ahead = (at: number): Promise<FuzzPicture> | undefined => {
      const number = numbers[at]
      const made = number === undefined ? undefined : make(number)
      // Awaited later, after the previous picture.
      made?.catch(() => undefined)
      return made
    }
    try {
      let next = ahead(0)
      for (const [i, number] of numbers.entries()) {
        const made = await next
        if (!made) return
        const path = join(folder, `${number}.bin`)
        await writeFile(path, made.bytes)
        const reading = retryIfSlow(reader, { path, isForced: made.isForced }, bounds)
        next = ahead(i + 1)
        const verdict = judge(number, made, await reading, bounds)
        // Its peak must not count for later pictures.
        if ((verdict.peakMb ?? 0) > bounds.maxMb) reader.close()
        yield verdict
        await rm(path)
      }
    } finally {
      reader.close()
      await rm(folder, { recursive: true, force: true })
    }
  }
}
