import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fuzz, Verdict } from '../verdict'
import { createMaker, type Made } from './make'
import type { Read } from './messages'
import { createReader } from './reader'

export interface Bounds {
  /** for one picture */
  readonly maxMs: number
  /** of the process that reads, whatever it read before */
  readonly maxMb: number
}

const BOUNDS: Bounds = { maxMs: 10_000, maxMb: 1_200 }
/** ms above the bound: so that a picture that takes longer is told by how much. */
const PATIENCE_MS = 10_000

function problemOf({ problem, ms, peakMb }: Read, { maxMs, maxMb }: Bounds): string | undefined {
  if (problem !== undefined) return problem
  if (ms > maxMs) return `${Math.round(ms)} ms`
  return peakMb > maxMb ? `${peakMb} MB` : undefined
}

function judge(number: number, { name, bytes }: Made, read: Read, bounds: Bounds): Verdict {
  const problem = problemOf(read, bounds)
  const made = `${name} (${bytes.length} bytes)`
  return { number, made, ...read, ...(problem !== undefined && { problem }), input: () => bytes }
}

/** Reads mutated pictures as the server reads a stranger's: inspects them, and has the embedded engine read them. */
export function fuzzPictures(bounds: Bounds = BOUNDS): Fuzz {
  return async function* ({ seed, numbers }) {
    const folder = await mkdtemp(join(tmpdir(), 'fuzz-picture-'))
    const reader = createReader(bounds.maxMs + PATIENCE_MS)
    const make = createMaker(seed)
    const ahead = (at: number): Promise<Made> | undefined => {
      const number = numbers[at]
      const made = number === undefined ? undefined : make(number)
      // Awaited only when the picture before it was read.
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
        const reading = reader.read({ path, isForced: made.isForced })
        next = ahead(i + 1)
        const verdict = judge(number, made, await reading, bounds)
        // Its peak would be held against every picture after it.
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
