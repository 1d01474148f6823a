import type { RecognitionType, RecognizeReply } from '../../../miniprogram/vehicle-license/recognition'
import type { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import { errorReply, toRecognitionError } from '../../../recognition/answer'
import { inOrder } from '../in-order'
import { UsageError } from '../../command/errors'
import type { FileReply } from '../recognize-file'
import type { Surroundings } from '../surroundings'
import { createServerClient } from './client'
import { USUAL_PACE } from './patience'
import { recognizeFiles } from './recognize-files'

const NO_WORKER =
  '没有在运行的工作进程，正在等待：npm run worker。 No worker is running, waiting for one: npm run worker.\n'

/** What the command tells of a reply: the same as by an engine here. */
function toFileReply(file: string, reply: RecognizeReply, ms: number): FileReply {
  return reply.ok ? { file, ok: true, recognition: reply.recognition, ms } : { file, ...reply, ms }
}

/** @throws UsageError, which is nothing of the server's */
function troubleOf(error: unknown): RecognitionError {
  if (error instanceof UsageError) throw error
  return toRecognitionError(error)
}

interface Asked {
  readonly files: readonly string[]
  readonly type: RecognitionType
}

/**
 * Has the files recognized by a companion server.
 *
 * @param print - takes each file's reply, in the order given
 * @throws UsageError where API_CLIENT is missing, or the server does not take it
 */
export async function recognizeByServer(
  server: string,
  { files, type }: Asked,
  { env, error, bar, pace = USUAL_PACE }: Surroundings,
  print: (reply: FileReply) => void,
): Promise<void> {
  const client = createServerClient(server, env.API_CLIENT)
  let [done, isWorkerMissed] = [0, false]
  const tell = inOrder(print)

  const trouble = await client.logIn().then(() => undefined, troubleOf)
  if (trouble) {
    error(`连不上 ${server}。 ${server} cannot be reached.\n`)
    files.forEach((file) => print(toFileReply(file, errorReply(trouble), 0)))
    return
  }
  bar?.start(files.length)
  try {
    await recognizeFiles({
      files,
      type,
      client,
      pace,
      answer(index, reply, ms) {
        done += 1
        bar?.update(done)
        tell(index, toFileReply(files[index] ?? '', reply, ms))
      },
      missWorker() {
        if (!isWorkerMissed) error(NO_WORKER)
        isWorkerMissed = true
      },
    })
  } finally {
    bar?.stop()
  }
}
