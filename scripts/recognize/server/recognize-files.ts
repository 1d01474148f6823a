import { setTimeout as sleep } from 'node:timers/promises'
import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { RecognitionType, RecognizeReply } from '../../../miniprogram/vehicle-license/recognition'
import type { PictureResult } from '../../../server/batches/batch'
import { errorReply, toRecognitionError } from '../../../recognition/answer'
import type { ServerClient } from './client'
import { follow } from './follow'
import { type FileBytes, readChunks } from './read-chunks'
import { retrying, type Timing } from './retry'

export interface RecognizeFilesOptions {
  readonly files: readonly string[]
  readonly type: RecognitionType
  readonly client: ServerClient
  readonly timing: Timing
  /** Called once per file, in order of arrival. */
  readonly answer: (index: number, reply: RecognizeReply, ms: number) => void
  /** Called at each poll without a worker. */
  readonly onNoWorker: () => void
}

/** A smaller batch may succeed. */
const isForLackOfRoom = ({ code }: RecognitionError): boolean =>
  code === 'ENGINE_BUSY' || code === 'RATE_LIMITED' || code === 'TIMEOUT'

/**
 * Sends files to a companion server in batches, without waiting for earlier batches. Every file gets an answer, even if
 * the server goes down. After a refused batch no more are sent.
 *
 * @throws UsageError if the server refuses the credentials
 */
export async function recognizeFiles({
  files,
  type,
  client,
  timing,
  answer,
  onNoWorker,
}: RecognizeFilesOptions): Promise<void> {
  const following: Promise<void>[] = []
  let refusal: RecognitionError | undefined

  function refuse(pictures: Iterable<FileBytes>, error: RecognitionError): void {
    for (const { index } of pictures) answer(index, errorReply(error), 0)
  }

  async function receive(batch: string, pictures: readonly FileBytes[]): Promise<void> {
    const waiting = new Map(pictures.entries())
    const take = ({ index, reply, ms }: PictureResult): void => {
      const picture = waiting.get(index)
      if (picture) answer(picture.index, reply, ms)
      waiting.delete(index)
    }
    try {
      await follow(batch, { client, timing, answer: take, onNoWorker })
    } catch (error) {
      refuse(waiting.values(), toRecognitionError(error))
    }
  }

  /** Sends files, in two halves if there is no room for all. */
  async function send(pictures: readonly FileBytes[]): Promise<void> {
    if (refusal) {
      refuse(pictures, refusal)
      return
    }
    const isSingle = pictures.length === 1
    const upload = () => client.send(type, pictures)
    try {
      const batch = await retrying(upload, timing, (error) => isSingle || !isForLackOfRoom(error))
      following.push(receive(batch, pictures))
    } catch (error) {
      if (!(error instanceof RecognitionError)) throw error
      if (isSingle || !isForLackOfRoom(error)) {
        refusal = error
        refuse(pictures, error)
        return
      }
      const half = Math.ceil(pictures.length / 2)
      await sleep(timing.retryMs)
      await send(pictures.slice(0, half))
      await send(pictures.slice(half))
    }
  }

  for await (const pictures of readChunks(files, (index, reply) => answer(index, reply, 0))) await send(pictures)
  await Promise.all(following)
}
