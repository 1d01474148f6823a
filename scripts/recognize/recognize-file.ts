import type { RecognitionType, RecognizeReply } from '../../miniprogram/vehicle-license/recognition'
import { answer } from '../../recognition/answer'
import { withDeadline } from '../../recognition/deadline'
import { MAX_PICKED_BYTES } from '../../miniprogram/image/limits'
import type { Engine } from '../../recognition/engine'
import { inspect } from '../../recognition/inspect'
import { readPicture } from './read-picture'

/** One file's result: a line of the command's output. */
export type FileReply = { readonly file: string } & RecognizeReply & { readonly ms: number }

const TIMEOUT_MS = 120_000

/** Recognizes one file. Never rejects. */
export async function recognizeFile(file: string, type: RecognitionType, engine: Engine): Promise<FileReply> {
  const { accepts, maxBytes = MAX_PICKED_BYTES } = engine
  let elapsedMs = 0
  const reply = await answer(
    async () => {
      const image = inspect(await readPicture(file), { maxBytes, ...(accepts && { accept: accepts }) })
      const recognize = (signal: AbortSignal) => engine.recognize(image, { type, signal })
      return { recognition: await withDeadline(TIMEOUT_MS, recognize) }
    },
    ({ ms }) => (elapsedMs = ms),
  )
  return { file, ...reply, ms: elapsedMs }
}
