import { command, openStore } from '../../vehicleLicense/src/state/store'
import type { Expiring } from '../../vehicleLicense/src/state/collections'

/** Documents at a time, and times in a run: what is left then is the next run's. */
const BATCH = 500
const MAX_BATCHES = 4

/** Removes what is over. @returns how many documents */
export async function sweepDocuments(collection: string): Promise<number> {
  const store = openStore<Expiring>(collection)
  let removed = 0
  for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
    const over = { expireAt: command.lte(Date.now()) }
    const found = await store.list(over, BATCH)
    if (found.length === 0) break
    // Not by id alone: a count or a claim may have been taken up again meanwhile.
    removed += await store.remove({ ...over, _id: command.in(found.map(({ _id }) => _id)) })
    if (found.length < BATCH) break
  }
  return removed
}
