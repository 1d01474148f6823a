import { connect } from 'node:net'
import type { SentRequest } from './make'
import { type Response, readResponse } from './response'

export interface Exchange {
  readonly response?: Response
  /** Whether the server left the connection open until patience ended. */
  readonly isStuck: boolean
}

/** ms of silence after which half a request is given up by who sends it */
const SILENCE_MS = 150
/** ms; far above the server's own bounds */
const TIMEOUT_MS = 10_000

/** Sends a request over a connection of its own, and takes what is answered. Never rejects. */
export function exchange(
  { host, port }: { host: string; port: number },
  { bytes, isWhole }: SentRequest,
): Promise<Exchange> {
  const isHead = /^\s*HEAD /.test(bytes.toString('latin1', 0, 20))
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect({ host, port, allowHalfOpen: true })
    const timers = [setTimeout(() => settle(true), TIMEOUT_MS)]

    function settle(isStuck: boolean): void {
      timers.forEach(clearTimeout)
      socket.destroy()
      const response = readResponse(Buffer.concat(chunks), isHead, true)
      resolve({ isStuck, ...(response && { response }) })
    }

    socket.on('connect', () => {
      socket.write(bytes)
      if (!isWhole) timers.push(setTimeout(() => socket.end(), SILENCE_MS))
    })
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      if (readResponse(Buffer.concat(chunks), isHead, false)) settle(false)
    })
    socket.on('end', () => settle(false))
    // A server that has answered may hang up before it was sent everything.
    socket.on('error', () => settle(false))
  })
}
