import { command, openStore } from '../../vehicleLicense/src/state/store'
import type { Expiring } from '../../vehicleLicense/src/state/collections'

/** Documents per batch, and batches per run; the next run sweeps the rest. */
const BATCH_SIZE = 500
const MAX_BATCHES = 4

/** Removes expired documents. @returns their number */
export async function sweepDocuments(collection: string): Promise<number> {
  const store = openStore<Expiring>(collection)
  let removed = 0
  for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
    const expired = { expireAt: command.lte(Date.now()) }
    const found = await store.list(expired, BATCH_SIZE)
    if (found.length === 0) break
    // Checks the expiry again, because a count or claim may have been renewed.
    removed += await store.remove({ ...expired, _id: command.in(found.map(({ _id }) => _id)) })
    if (found.length < BATCH_SIZE) break
  }
  return removed
}
