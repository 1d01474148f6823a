import { Agent, request } from 'undici'
import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import { WechatFailure } from '../../wechat/failures'
import type { Body } from './multipart'

/** No timeouts of its own except for connecting: the caller's signal ends a call. */
const agent = new Agent({
  connections: 128,
  pipelining: 1,
  keepAliveTimeout: 30_000,
  headersTimeout: 0,
  bodyTimeout: 0,
  connect: { timeout: 3_000 },
})

/** Errors before the first byte was sent. */
const CONNECT_ERRORS: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_INVALID_URL',
]

/** Not the message, which may contain the URL and the token. */
function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : 'REQUEST_FAILED'
}

function connectionFailure(error: unknown): WechatFailure {
  const code = codeOf(error)
  return new WechatFailure(new RecognitionError('ENGINE_UNAVAILABLE', { cause: { code } }), {
    treatment: 'retry',
    ...(CONNECT_ERRORS.includes(code) && { unspent: true }),
  })
}

function statusFailure(status: number): WechatFailure {
  const code = status === 429 || status === 503 ? 'ENGINE_BUSY' : 'ENGINE_UNAVAILABLE'
  const error = new RecognitionError(code, { cause: { code: `HTTP_${status}` } })
  return new WechatFailure(error, status >= 500 ? { treatment: 'retry' } : {})
}

/** undici accepts any iterable of buffers, but its types do not. */
const asBody = ({ pieces }: Body): Buffer => pieces as unknown as Buffer
const lengthOf = ({ pieces }: Body): number => pieces.reduce((sum, piece) => sum + piece.length, 0)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new WechatFailure(new RecognitionError('ENGINE_UNAVAILABLE', { cause: { code: 'NOT_JSON' } }))
  }
}

/**
 * POSTs and parses the reply as JSON.
 *
 * @param body - `undefined` if the URL says everything
 * @throws WechatFailure without URL or body in its cause; the signal's reason
 */
export async function postForJson(url: URL, body: Body | undefined, signal: AbortSignal): Promise<unknown> {
  let text: string
  try {
    const response = await request(url, {
      method: 'POST',
      body: body ? asBody(body) : null,
      headers: body ? { 'content-type': body.contentType, 'content-length': String(lengthOf(body)) } : {},
      signal,
      dispatcher: agent,
    })
    text = await response.body.text()
    if (response.statusCode !== 200) throw statusFailure(response.statusCode)
  } catch (error) {
    signal.throwIfAborted()
    throw error instanceof WechatFailure ? error : connectionFailure(error)
  }
  return parse(text)
}
