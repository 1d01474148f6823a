import { createRandom, type Random } from '../../licenses/random'
import { mutateJson } from '../mutate/json'
import type { Fuzz, Verdict } from '../verdict'
import { ofThrown, type Outcome, type Reader, READERS } from './readers'
import { SAMPLES } from './samples'

const MAX_MS = 1_000

function tryReading({ read }: Reader, reply: unknown): Outcome {
  try {
    return read(reply)
  } catch (error) {
    return ofThrown(error)
  }
}

function make(sample: object, random: Random): unknown {
  let reply: unknown = sample
  for (let times = random.pick([1, 1, 2, 4]); times > 0; times--) reply = mutateJson(reply, random)
  return reply
}

/** As JSON if possible. */
function write(reply: unknown): Uint8Array {
  try {
    return Buffer.from(JSON.stringify({ reply }))
  } catch (error) {
    return Buffer.from(`This reply is not JSON: ${String(error)}`)
  }
}

export function fuzzReplies(readers: readonly Reader[] = READERS): Fuzz {
  // eslint-disable-next-line @typescript-eslint/require-await -- The other targets are asynchronous.
  return async function* ({ seed, numbers }) {
    for (const number of numbers) {
      const random = createRandom(`replies/${seed}/${number}`)
      const reader = random.pick(readers)
      const reply = make(SAMPLES[reader.sample](random), random)
      const begin = performance.now()
      const { outcome, problem } = tryReading(reader, reply)
      const ms = performance.now() - begin
      const wrong = problem ?? (ms > MAX_MS ? `${Math.round(ms)} ms` : undefined)
      yield {
        number,
        made: reader.name,
        outcome: `${reader.name}: ${outcome}`,
        ms,
        ...(wrong !== undefined && { problem: wrong }),
        input: () => write(reply),
      } satisfies Verdict
    }
  }
}
