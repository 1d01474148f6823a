import type { RecognitionType, RecognizeReply } from '../../../miniprogram/vehicle-license/recognition'
import type { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import { errorReply, toRecognitionError } from '../../../recognition/answer'
import { inOrder } from '../in-order'
import { UsageError } from '../../command/errors'
import type { FileReply } from '../recognize-file'
import type { RecognizeContext } from '../context'
import { createServerClient } from './client'
import { DEFAULT_TIMING } from './retry'
import { recognizeFiles } from './recognize-files'

const NO_WORKER =
  '没有在运行的工作进程，正在等待：npm run worker。 No worker is running, waiting for one: npm run worker.\n'

function toFileReply(file: string, reply: RecognizeReply, ms: number): FileReply {
  return reply.ok ? { file, ok: true, recognition: reply.recognition, ms } : { file, ...reply, ms }
}

/** @throws UsageError */
function loginErrorOf(error: unknown): RecognitionError {
  if (error instanceof UsageError) throw error
  return toRecognitionError(error)
}

interface Input {
  readonly files: readonly string[]
  readonly type: RecognitionType
}

/**
 * Recognizes files on a companion server.
 *
 * @param print - called for each file, in the order given
 * @throws UsageError if API_CLIENT is missing or refused
 */
export async function recognizeByServer(
  server: string,
  { files, type }: Input,
  { env, error, bar, timing = DEFAULT_TIMING }: RecognizeContext,
  print: (reply: FileReply) => void,
): Promise<void> {
  const client = createServerClient(server, env.API_CLIENT)
  let [done, isWarned] = [0, false]
  const printInOrder = inOrder(print)

  const loginError = await client.logIn().then(() => undefined, loginErrorOf)
  if (loginError) {
    error(`连不上 ${server}。 ${server} cannot be reached.\n`)
    files.forEach((file) => print(toFileReply(file, errorReply(loginError), 0)))
    return
  }
  bar?.start(files.length)
  try {
    await recognizeFiles({
      files,
      type,
      client,
      timing,
      answer(index, reply, ms) {
        done += 1
        bar?.update(done)
        printInOrder(index, toFileReply(files[index] ?? '', reply, ms))
      },
      onNoWorker() {
        if (!isWarned) error(NO_WORKER)
        isWarned = true
      },
    })
  } finally {
    bar?.stop()
  }
}
