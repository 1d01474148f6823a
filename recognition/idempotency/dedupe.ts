import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Reading } from '../../miniprogram/vehicle-license/recognition'
import type { Answers } from './answers'
import { seal, unseal } from './seal'
import { outcomeOf, readingOf, type StoredOutcome } from './outcome'

/** ms that a repeated request gets the same answer */
const KEEP_MS = 10 * 60 * 1000
/** ms between polls for another request's answer; the last one is repeated */
const POLL_MS = [50, 100, 200, 400]

export interface DedupeOptions {
  readonly answers: Answers
  /** Identifies the request, and encrypts its answer: nobody knows it without the picture. */
  readonly identity: Buffer
  /** ms that `run` may take; then another request may try */
  readonly claimMs: number
  readonly signal: AbortSignal
  /** Called if the answer could not be stored; the caller still gets it. */
  readonly onStoreError: (cause: unknown) => void
}

export interface DedupedReading extends Reading {
  /** Whether it is the stored answer of an earlier request. */
  readonly replayed: boolean
}

/**
 * Returns the answer to the same request of the last ten minutes, waiting for it if necessary, or else runs `run`. The
 * shared store sees only a hash and encrypted text.
 *
 * @throws RecognitionError of `run`, fresh or stored; the signal's reason
 */
export async function dedupe(run: () => Promise<Reading>, options: DedupeOptions): Promise<DedupedReading> {
  const { answers, identity, claimMs, signal } = options
  const key = createHash('sha256').update('lookup').update(identity).digest('base64url')
  const owner = randomUUID()

  for (let poll = 0; ; poll += 1) {
    const claim = await answers.claim(key, owner, claimMs)
    if (claim.state === 'claimed') break
    const text = claim.state === 'settled' ? unseal(claim.answer, identity) : undefined
    if (text !== undefined) return { ...readingOf(JSON.parse(text) as StoredOutcome), replayed: true }
    await sleep(POLL_MS[Math.min(poll, POLL_MS.length - 1)], undefined, { signal })
    signal.throwIfAborted()
  }

  const store = async (outcome: StoredOutcome | undefined): Promise<void> => {
    const stored = outcome
      ? answers.settle(key, owner, seal(JSON.stringify(outcome), identity), KEEP_MS)
      : answers.release(key, owner)
    await stored.catch(options.onStoreError)
  }
  try {
    const reading = await run()
    await store({ reading })
    return { ...reading, replayed: false }
  } catch (error) {
    await store(outcomeOf(error))
    throw error
  }
}
