import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Memory } from './processes/messages'

const PROGRAM = fileURLToPath(new URL('./processes/memory-run.ts', import.meta.url))

export interface MemoryAfter extends Memory {
  readonly pictures: number
}

/** MB of a whole process with the embedded engine and one worker, warm and after so many of the pictures. */
export async function measureMemory(
  pictures: AsyncIterable<Buffer> | Iterable<Buffer>,
  marks: readonly number[] = [100, 300, 500],
): Promise<MemoryAfter[]> {
  const child = fork(PROGRAM, { execArgv: ['--import', 'tsx'] })
  const crash = new AbortController()
  child.once('exit', () => crash.abort(new Error('the process ended before it answered')))
  const reply = async (): Promise<Memory> => ((await once(child, 'message', { signal: crash.signal })) as [Memory])[0]
  try {
    const measured: MemoryAfter[] = [{ pictures: 0, ...(await reply()) }]
    let count = 0
    for await (const bytes of pictures) {
      child.send(bytes.toString('base64'))
      const now = await reply()
      count += 1
      if (marks.includes(count)) measured.push({ pictures: count, ...now })
    }
    return measured
  } finally {
    if (child.connected) child.disconnect()
  }
}
