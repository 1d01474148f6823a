import { isIP } from 'node:net'
import { type Dispatcher, request } from 'undici'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { MAX_SENT_BYTES } from '../../miniprogram/image/limits'
import { isPublicAddress } from './address'
import { createPublicAgent, ForbiddenAddressError } from './agent'

const TIMEOUT_MS = 5_000
const MAX_REDIRECTS = 3
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

/** Downloads from an untrusted URL. */
export type FetchPublic = (url: string, signal: AbortSignal) => Promise<Buffer>

/** Checks a URL's scheme and literal address; the agent checks host names. @throws ForbiddenAddressError */
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
 * Creates a download function for untrusted URLs: http and https, public addresses (redirects included), at most
 * 2,000,000 bytes and 5 s.
 *
 * @returns a function that throws RecognitionError `IMAGE_TOO_LARGE`, or `IMAGE_UNREADABLE` whether a URL is forbidden
 *   or fails, so that it cannot be used to probe a network; the signal's reason
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
