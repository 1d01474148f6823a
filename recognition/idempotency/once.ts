import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Reading } from '../../miniprogram/vehicle-license/recognition'
import type { Answers } from './answers'
import { seal, unseal } from './seal'
import { readingOf, type Verdict, verdictOf } from './verdict'

/** How long the same picture gets the same answer. */
export const KEEP_MS = 10 * 60 * 1000
/** ms between looks at an answer that somebody else is at; the last one is repeated */
const LOOKS_MS = [50, 100, 200, 400]

export interface OnceOptions {
  readonly answers: Answers
  /** Tells one request from another, and nobody who has not seen the picture knows it: answers are sealed with it. */
  readonly identity: Buffer
  /** How long `run` may take; after that another may try. */
  readonly claimMs: number
  readonly signal: AbortSignal
  /** Told of an answer that could not be kept: the person has it all the same. */
  readonly onTrouble: (cause: unknown) => void
}

export interface OnceReading extends Reading {
  /** Whether the answer is one that was given before. */
  readonly replayed: boolean
}

/**
 * Runs `run` unless the same was asked within the last ten minutes: then its answer is given again, or waited for.
 * The shared store sees neither the picture nor the answer, only a hash and sealed text.
 *
 * @throws RecognitionError of `run`, now or the last time; the signal's reason
 */
export async function once(run: () => Promise<Reading>, options: OnceOptions): Promise<OnceReading> {
  const { answers, identity, claimMs, signal } = options
  const key = createHash('sha256').update('lookup').update(identity).digest('base64url')
  const owner = randomUUID()

  for (let look = 0; ; look += 1) {
    const claim = await answers.claim(key, owner, claimMs)
    if (claim.state === 'claimed') break
    const text = claim.state === 'settled' ? unseal(claim.answer, identity) : undefined
    if (text !== undefined) return { ...readingOf(JSON.parse(text) as Verdict), replayed: true }
    await sleep(LOOKS_MS[Math.min(look, LOOKS_MS.length - 1)], undefined, { signal })
    signal.throwIfAborted()
  }

  const keep = async (verdict: Verdict | undefined): Promise<void> => {
    const kept = verdict
      ? answers.settle(key, owner, seal(JSON.stringify(verdict), identity), KEEP_MS)
      : answers.release(key, owner)
    await kept.catch(options.onTrouble)
  }
  try {
    const reading = await run()
    await keep({ reading })
    return { ...reading, replayed: false }
  } catch (error) {
    await keep(verdictOf(error))
    throw error
  }
}
