import { connect } from 'node:net'
import type { SentRequest } from './make'
import { type Response, readResponse } from './response'

export interface Exchange {
  readonly response?: Response
  /** Whether the connection was still open at the timeout. */
  readonly isStuck: boolean
}

/** The client closes an incomplete request after this time. */
const SILENCE_MS = 150
/** Far above the server's own limits. */
const TIMEOUT_MS = 10_000

/** Sends a request over a new connection. Never rejects. */
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
    // A server may hang up after it has responded.
    socket.on('error', () => settle(false))
  })
}
