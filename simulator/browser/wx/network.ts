import { Failure } from './api'

/** The simulator's proxy: WeChat has no CORS, browsers have. */
const PROXY = '/network'
/** Response header with the reason of a failed call. */
const FAILURE_HEADER = 'x-network-failure'
const DEFAULT_TIMEOUT_MS = 60_000
/** For a domain that the console does not list. */
const NOT_LISTED_ERRNO = 600002

export type Headers = Record<string, string>

export interface HttpOptions {
  url: string
  header?: Headers
  /** ms */
  timeout?: number
}

interface HttpReply {
  body: ArrayBuffer
  statusCode: number
  header: Headers
}

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

/** Sends a request through the proxy. @throws Failure in WeChat's words: `abort`, `timeout`, `url not in domain list`, ... */
export function send(
  request: XMLHttpRequest,
  method: string,
  { url, header = {}, timeout = DEFAULT_TIMEOUT_MS }: HttpOptions,
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
    request.open(method, `${PROXY}?url=${encodeURIComponent(url)}`)
    request.timeout = timeout
    for (const [name, value] of Object.entries(header)) request.setRequestHeader(name, value)
    request.send(body)
  })
}
