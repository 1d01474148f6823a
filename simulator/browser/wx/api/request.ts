import { throwOnMissing } from '../throw-on-missing'
import { type Callbacks, Failure, settle } from '../api'
import { createRequest, type Headers, type HttpOptions, send } from '../network'

interface RequestOptions extends HttpOptions {
  method?: string
  data?: unknown
  /** `json` (the default) parses the body if it is JSON. */
  dataType?: string
  responseType?: 'text' | 'arraybuffer'
}

interface Response {
  data: unknown
  statusCode: number
  header: Headers
}

const FORM = 'application/x-www-form-urlencoded'

const formOf = (data: unknown): string =>
  new URLSearchParams(Object.entries(data ?? {}).map(([key, value]) => [key, String(value)])).toString()

/** Objects are sent as JSON, or as a form if the header says so. */
function bodyOf(data: unknown, contentType: string): XMLHttpRequestBodyInit | null {
  if (data === undefined) return null
  if (typeof data === 'string' || data instanceof ArrayBuffer) return data
  return contentType.startsWith(FORM) ? formOf(data) : JSON.stringify(data)
}

function withQuery(url: string, data: unknown): string {
  if (data === undefined) return url
  return `${url}${url.includes('?') ? '&' : '?'}${typeof data === 'string' ? data : formOf(data)}`
}

const typeOf = (header: Headers): string | undefined =>
  Object.entries(header).find(([name]) => name.toLowerCase() === 'content-type')?.[1]

function parse(body: ArrayBuffer, { dataType = 'json', responseType }: RequestOptions): unknown {
  if (responseType === 'arraybuffer') return body
  const text = new TextDecoder().decode(body)
  if (dataType !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

async function call(xhr: XMLHttpRequest, options: RequestOptions): Promise<Response> {
  const { url, data, header = {}, method = 'GET' } = options
  const contentType = typeOf(header) ?? 'application/json'
  const hasNoBody = method === 'GET' || method === 'HEAD'
  const request = hasNoBody
    ? { ...options, url: withQuery(url, data) }
    : { ...options, header: { ...header, 'content-type': contentType } }
  const reply = await send(xhr, method, request, hasNoBody ? null : bodyOf(data, contentType))
  return { data: parse(reply.body, options), statusCode: reply.statusCode, header: reply.header }
}

/** @returns WeChat's RequestTask. Any response is a success, whatever its status. */
export function request(options: RequestOptions & Callbacks<Response>) {
  const xhr = createRequest()
  let aborted = false
  const running = settle('request', options, () => {
    if (aborted) throw new Failure('abort')
    return call(xhr, options)
  })
  running?.catch(() => undefined)
  return throwOnMissing('RequestTask', {
    abort: (): void => {
      aborted = true
      xhr.abort()
    },
  })
}
