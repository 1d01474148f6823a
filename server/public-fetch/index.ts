import { isIP } from 'node:net'
import { type Dispatcher, request } from 'undici'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { MAX_SENT_BYTES } from '../../miniprogram/image/limits'
import { isPublicAddress } from './address'
import { createPublicAgent, ForbiddenAddressError } from './agent'

const TIMEOUT_MS = 5_000
const MAX_REDIRECTS = 3
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

/** Downloads what strangers name. */
export type FetchPublic = (url: string, signal: AbortSignal) => Promise<Buffer>

/** The URL, if it may be asked at all; its name, if it has one, is resolved and looked at by the agent. */
function check(url: URL, isAllowed: (address: string) => boolean): URL {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  if (!isWeb || url.username !== '' || (isIP(host) !== 0 && !isAllowed(host))) throw new ForbiddenAddressError()
  return url
}

async function readBounded(body: Dispatcher.ResponseData['body']): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_SENT_BYTES) throw new RecognitionError('IMAGE_TOO_LARGE')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * Makes a download for addresses that strangers name: http and https only, public addresses only, each redirect
 * looked at anew, at most 2,000,000 bytes and 5 s.
 *
 * @param isAllowed - which addresses may be asked
 * @returns a function that throws RecognitionError: `IMAGE_TOO_LARGE`, or `IMAGE_UNREADABLE` for what must not or
 *   cannot be fetched, without telling which, so that nobody explores a network with it; the signal's reason
 */
export function createPublicFetch(isAllowed: (address: string) => boolean = isPublicAddress): FetchPublic {
  const dispatcher = createPublicAgent(isAllowed)

  async function download(address: string, signal: AbortSignal): Promise<Buffer> {
    let url = check(new URL(address), isAllowed)
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const { statusCode, headers, body } = await request(url, { signal, dispatcher })
      if (statusCode === 200) return readBounded(body)
      await body.dump()
      if (!REDIRECTS.includes(statusCode) || typeof headers.location !== 'string') break
      url = check(new URL(headers.location, url), isAllowed)
    }
    throw new RecognitionError('IMAGE_UNREADABLE')
  }

  return async (address, signal) => {
    const timeout = AbortSignal.timeout(TIMEOUT_MS)
    try {
      return await download(address, AbortSignal.any([signal, timeout]))
    } catch (cause) {
      signal.throwIfAborted()
      throw cause instanceof RecognitionError ? cause : new RecognitionError('IMAGE_UNREADABLE', { cause })
    }
  }
}

export const fetchPublic = createPublicFetch()
