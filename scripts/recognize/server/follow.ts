import { setTimeout as sleep } from 'node:timers/promises'
import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { PictureResult } from '../../../server/batches/batch'
import type { ServerClient } from './client'
import { retrying, type Timing } from './retry'

export interface FollowOptions {
  readonly client: ServerClient
  readonly timing: Timing
  readonly answer: (result: PictureResult) => void
  /** Called at each poll without a worker. */
  readonly onNoWorker: () => void
}

/**
 * Polls a batch until all pictures are answered.
 *
 * @throws RecognitionError `ENGINE_UNAVAILABLE` after `giveUpMs` without a worker; the server's errors
 */
export async function follow(batch: string, { client, timing, answer, onNoWorker }: FollowOptions): Promise<void> {
  let activeAt = performance.now()
  let received = 0
  for (;;) {
    const { total, results, workers } = await retrying(() => client.read(batch, received), timing)
    results.forEach(answer)
    received += results.length
    if (received >= total) return

    if (workers === 0) onNoWorker()
    if (results.length > 0 || workers > 0) activeAt = performance.now()
    else if (performance.now() - activeAt > timing.giveUpMs) throw new RecognitionError('ENGINE_UNAVAILABLE')
    await sleep(timing.pollMs)
  }
}
