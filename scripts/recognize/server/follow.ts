import { setTimeout as sleep } from 'node:timers/promises'
import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { PictureResult } from '../../../server/batches/batch'
import type { ServerClient } from './client'
import { type Pace, patiently } from './patience'

export interface FollowOptions {
  readonly client: ServerClient
  readonly pace: Pace
  readonly answer: (result: PictureResult) => void
  /** Told whenever there is no worker. */
  readonly missWorker: () => void
}

/**
 * Waits for the answers to a batch until all are there.
 *
 * @throws RecognitionError `ENGINE_UNAVAILABLE` where for long there was no worker; whatever the server refuses with
 */
export async function follow(batch: string, { client, pace, answer, missWorker }: FollowOptions): Promise<void> {
  let movedAt = performance.now()
  let seen = 0
  for (;;) {
    const { total, results, workers } = await patiently(() => client.read(batch, seen), pace)
    results.forEach(answer)
    seen += results.length
    if (seen >= total) return

    if (workers === 0) missWorker()
    if (results.length > 0 || workers > 0) movedAt = performance.now()
    else if (performance.now() - movedAt > pace.patienceMs) throw new RecognitionError('ENGINE_UNAVAILABLE')
    await sleep(pace.lookMs)
  }
}
