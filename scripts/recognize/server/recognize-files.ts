import { setTimeout as sleep } from 'node:timers/promises'
import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { RecognitionType, RecognizeReply } from '../../../miniprogram/vehicle-license/recognition'
import type { PictureResult } from '../../../server/batches/batch'
import { errorReply, toRecognitionError } from '../../../recognition/answer'
import type { ServerClient } from './client'
import { follow } from './follow'
import { type Pace, patiently } from './patience'
import { type Picture, readPieces } from './pieces'

export interface Work {
  readonly files: readonly string[]
  readonly type: RecognitionType
  readonly client: ServerClient
  readonly pace: Pace
  /** Takes each file's reply once, as they come. */
  readonly answer: (index: number, reply: RecognizeReply, ms: number) => void
  /** Told whenever there is no worker. */
  readonly missWorker: () => void
}

/** What smaller batches, or a moment, may help against. */
const isForLackOfRoom = ({ code }: RecognitionError): boolean =>
  code === 'ENGINE_BUSY' || code === 'RATE_LIMITED' || code === 'TIMEOUT'

/**
 * Has files recognized by a companion server: sends them in batches, and the next while the former are worked on.
 * Every file gets its answer, whatever becomes of the server. Where it takes one batch no more, it is sent no others.
 *
 * @throws UsageError where the server does not know who asks
 */
export async function recognizeFiles({ files, type, client, pace, answer, missWorker }: Work): Promise<void> {
  const following: Promise<void>[] = []
  let givenUp: RecognitionError | undefined

  function refuse(pictures: Iterable<Picture>, error: RecognitionError): void {
    for (const { index } of pictures) answer(index, errorReply(error), 0)
  }

  async function receive(batch: string, pictures: readonly Picture[]): Promise<void> {
    const waiting = new Map(pictures.entries())
    const take = ({ index, reply, ms }: PictureResult): void => {
      const picture = waiting.get(index)
      if (picture) answer(picture.index, reply, ms)
      waiting.delete(index)
    }
    try {
      await follow(batch, { client, pace, answer: take, missWorker })
    } catch (error) {
      refuse(waiting.values(), toRecognitionError(error))
    }
  }

  /** Sends pictures, in two halves where there is no room for all. */
  async function send(pictures: readonly Picture[]): Promise<void> {
    if (givenUp) {
      refuse(pictures, givenUp)
      return
    }
    const isOne = pictures.length === 1
    const upload = () => client.send(type, pictures)
    try {
      const batch = await patiently(upload, pace, (error) => isOne || !isForLackOfRoom(error))
      following.push(receive(batch, pictures))
    } catch (error) {
      if (!(error instanceof RecognitionError)) throw error
      if (isOne || !isForLackOfRoom(error)) {
        givenUp = error
        refuse(pictures, error)
        return
      }
      const half = Math.ceil(pictures.length / 2)
      await sleep(pace.retryMs)
      await send(pictures.slice(0, half))
      await send(pictures.slice(half))
    }
  }

  for await (const pictures of readPieces(files, (index, reply) => answer(index, reply, 0))) await send(pictures)
  await Promise.all(following)
}
