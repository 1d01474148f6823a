import type { RecognitionType, RecognizeReply } from '../../miniprogram/vehicle-license/recognition'
import { answer } from '../../recognition/answer'
import { withDeadline } from '../../recognition/deadline'
import { inspect } from '../../recognition/inspect'
import { readPicture } from './read-picture'
import type { Tool } from './tools'

/** What became of one file: one line of the command's output. */
export type FileReply = { readonly file: string } & RecognizeReply & { readonly ms: number }

const TIMEOUT_MS = 120_000

/** Recognizes one file. Never rejects. */
export async function recognizeFile(file: string, type: RecognitionType, tool: Tool): Promise<FileReply> {
  let elapsedMs = 0
  const reply = await answer(
    async () => {
      const image = inspect(await readPicture(file), { maxBytes: tool.maxBytes })
      const recognize = (signal: AbortSignal) => tool.engine.recognize(image, { type, signal })
      return { recognition: await withDeadline(TIMEOUT_MS, recognize) }
    },
    ({ ms }) => (elapsedMs = ms),
  )
  return { file, ...reply, ms: elapsedMs }
}
