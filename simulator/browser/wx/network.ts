import { Failure } from './api'

/** Where this machine's half calls servers: a mini program knows no CORS, a browser does. */
const FORWARD = '/network'
/** Its header that tells why a call came to no answer. */
const FAILURE_HEADER = 'x-network-failure'
const USUAL_TIMEOUT_MS = 60_000
/** The number of a call to a domain that the console does not list. */
const NOT_LISTED_ERRNO = 600002

export type Headers = Record<string, string>

export interface HttpOptions {
  url: string
  header?: Headers
  /** ms */
  timeout?: number
}

export interface HttpReply {
  body: ArrayBuffer
  statusCode: number
  header: Headers
}

/** A request that has not been sent yet. */
export const createRequest = (): XMLHttpRequest => {
  const request = new XMLHttpRequest()
  request.responseType = 'arraybuffer'
  return request
}

const headersOf = (request: XMLHttpRequest): Headers =>
  Object.fromEntries(
    request
      .getAllResponseHeaders()
      .split('\r\n')
      .flatMap((line) => {
        const at = line.indexOf(': ')
        return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 2)]]
      }),
  )

function failureOf(reason: string): Failure {
  const notListed = reason.startsWith('url not in domain list')
  return new Failure(reason, notListed ? { errno: NOT_LISTED_ERRNO } : {})
}

/**
 * Sends a request to any server, by way of this machine.
 *
 * @throws Failure as WeChat words it: `abort`, `timeout`, `url not in domain list`, or the network's.
 */
export function send(
  request: XMLHttpRequest,
  method: string,
  { url, header = {}, timeout = USUAL_TIMEOUT_MS }: HttpOptions,
  body: XMLHttpRequestBodyInit | null,
): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    const failWith = (reason: string) => () => reject(failureOf(reason))
    request.addEventListener('abort', failWith('abort'))
    request.addEventListener('timeout', failWith('timeout'))
    request.addEventListener('error', failWith('errcode:-106 error_msg:net::ERR_INTERNET_DISCONNECTED'))
    request.addEventListener('load', () => {
      const { [FAILURE_HEADER]: failure, ...headers } = headersOf(request)
      if (failure !== undefined) reject(failureOf(failure))
      else resolve({ body: request.response as ArrayBuffer, statusCode: request.status, header: headers })
    })
    request.open(method, `${FORWARD}?url=${encodeURIComponent(url)}`)
    request.timeout = timeout
    for (const [name, value] of Object.entries(header)) request.setRequestHeader(name, value)
    request.send(body)
  })
}
