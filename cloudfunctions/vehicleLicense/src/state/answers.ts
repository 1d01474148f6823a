import type { Answers } from '../../../../recognition/idempotency/answers'
import { COLLECTIONS, type Expiring } from './collections'
import { openStore } from './store'

interface Answer extends Expiring {
  readonly owner: string
  /** Encrypted; empty while pending. */
  readonly answer: string
}

/** Answers in the cloud database. A claim is one round trip: of concurrent insertions of a document, one succeeds. */
export function createCloudAnswers(now: () => number = Date.now): Answers {
  const store = openStore<Answer>(COLLECTIONS.answers.name)

  return {
    async claim(key, owner, claimMs) {
      const mine: Answer = { owner, answer: '', expireAt: now() + claimMs }
      if (await store.insert(key, mine)) return { state: 'claimed' }
      const found = await store.find(key)
      // Released in between; the next poll can claim it.
      if (found === undefined) return { state: 'pending' }
      if (found.expireAt > now()) {
        return found.answer === '' ? { state: 'pending' } : { state: 'settled', answer: found.answer }
      }
      const expired = { _id: key, owner: found.owner, expireAt: found.expireAt }
      return { state: (await store.update(expired, mine)) > 0 ? 'claimed' : 'pending' }
    },
    async settle(key, owner, answer, keepMs) {
      await store.update({ _id: key, owner }, { answer, expireAt: now() + keepMs })
    },
    async release(key, owner) {
      await store.remove({ _id: key, owner, answer: '' })
    },
  }
}
