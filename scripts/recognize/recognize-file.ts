import { readFile, stat } from 'node:fs/promises'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { MAX_PICKED_BYTES } from '../../miniprogram/vehicle-license/photo'
import type { RecognitionType, RecognizeReply } from '../../miniprogram/vehicle-license/recognition'
import { answer } from '../../recognition/answer'
import { withDeadline } from '../../recognition/deadline'
import { inspect } from '../../recognition/inspect'
import type { Tool } from './tools'

/** What became of one file: one line of the command's output. */
export type FileReply = { readonly file: string } & RecognizeReply & { readonly ms: number }

const TIMEOUT_MS = 120_000

/** @throws RecognitionError `IMAGE_UNREADABLE` for what is no file or cannot be read, `FILE_TOO_LARGE` over 20 MB */
async function readPicture(file: string): Promise<Buffer> {
  try {
    const stats = await stat(file)
    if (!stats.isFile()) throw new RecognitionError('IMAGE_UNREADABLE')
    if (stats.size > MAX_PICKED_BYTES) throw new RecognitionError('FILE_TOO_LARGE')
    return await readFile(file)
  } catch (cause) {
    throw cause instanceof RecognitionError ? cause : new RecognitionError('IMAGE_UNREADABLE', { cause })
  }
}

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
