import { createRandom, type Random } from '../../licenses/random'
import { BYTES } from '../mutate/bytes'
import { mutateJson } from '../mutate/json'
import { changed, inserted, randomIndex, without } from '../mutate/mutation'
import { type Fixtures, pickRoute } from './samples'
import { type Request, writeRequest } from './request'

/** The bytes of a request. */
export interface SentRequest {
  readonly name: string
  readonly bytes: Buffer
  /** Whether it is valid HTTP and must get a response. */
  readonly isWhole: boolean
}

type Entry = readonly [string, string]
type Change = (request: Request, random: Random) => Request

const METHODS = ['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'QUERY']
const TEXTS = [
  '',
  'x',
  '%',
  '%ff',
  '%00',
  '%2e%2e%2f',
  '../../etc/passwd',
  'null',
  '-1',
  '1e9',
  'NaN',
  'photo',
  '__proto__',
  '[]',
  '{}',
  '行驶证',
  '\u0000',
  'a'.repeat(300),
  'a'.repeat(7_000),
]
const NAMES = ['type', 'type[]', 'type[a]', 'after', 'code', 'appid', 'secret', '__proto__', 'constructor', 'img_url']
const HEADERS: readonly Entry[] = [
  ['content-type', 'application/json; charset=latin1'],
  ['content-type', 'text/plain'],
  ['content-type', 'multipart/form-data'],
  ['content-type', 'multipart/form-data; boundary='],
  ['content-type', `multipart/form-data; boundary=${'b'.repeat(500)}`],
  ['content-type', 'multipart/mixed; boundary=fuzz-boundary'],
  ['content-type', ';;;'],
  ['content-encoding', 'gzip'],
  ['accept', 'text/html'],
  ['accept-encoding', 'gzip;q=nonsense'],
  ['authorization', 'Bearer'],
  ['authorization', 'Bearer a.b.c'],
  ['authorization', 'Basic Og=='],
  ['authorization', `Bearer ${'.'.repeat(5_000)}`],
  ['last-event-id', 'x'],
  ['last-event-id', '99999999999999999999'],
  ['x-forwarded-for', 'nonsense, 10.0.0.1'],
  ['x-forwarded-for', '::ffff:1.2.3.4,'],
  ['x-forwarded-host', 'a b'],
  ['range', 'bytes=9-1'],
  ['if-none-match', '*'],
  ['if-modified-since', 'never'],
  ['accept-version', '9.9.9'],
  ['cookie', 'a=b; __proto__=c'],
  ['expect', '100-continue'],
  ['upgrade', 'websocket'],
]

const text = (random: Random): string => random.pick(TEXTS)

function changeQuery({ query, ...request }: Request, random: Random): Request {
  const kind = random.int(0, 2)
  if (kind === 0) return { ...request, query: without(query, random.int(0, query.length - 1)) }
  if (kind === 1) return { ...request, query: changed<Entry>(query, random, ([name]) => [name, text(random)]) }
  return {
    ...request,
    query: inserted<Entry>(query, randomIndex(query.length, random), [[random.pick(NAMES), text(random)]]),
  }
}

function changeHeaders({ headers, ...request }: Request, random: Random): Request {
  if (random.chance(0.3)) return { ...request, headers: without(headers, random.int(0, headers.length - 1)) }
  const [name, value] = random.pick(HEADERS)
  return { ...request, headers: [...headers.filter(([other]) => other !== name), [name, value]] }
}

function changePath({ path, ...request }: Request, random: Random): Request {
  const parts = path.split('/')
  const at = random.int(1, parts.length)
  const part = encodeURI(text(random)).replace(/%25/g, '%')
  return { ...request, path: `/${[...parts.slice(1, at), part, ...parts.slice(at + random.int(0, 1))].join('/')}` }
}

const change = (bytes: Buffer, random: Random): Buffer => random.pick(Object.values(BYTES))(bytes, random, bytes)

/** A JSON body that is not a mutated value. */
const jsonText = (random: Random): string =>
  random.pick(['', '{', 'null', '[]', '"x"', '1e999', '{"__proto__":{"code":"a"}}', '['.repeat(20_000)])

function writeJson(value: unknown, random: Random): string {
  try {
    return JSON.stringify({ value }).slice('{"value":'.length, -1)
  } catch {
    return jsonText(random)
  }
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}

function changeBody(request: Request, random: Random): Request {
  const { body, headers } = request
  const isJson = headers.some(([, value]) => value === 'application/json')
  if (!isJson || random.chance(0.3)) return { ...request, body: change(body, random) }
  if (random.chance(0.3)) return { ...request, body: Buffer.from(jsonText(random)) }
  const value = parseJson(body)
  // An earlier change may have broken the JSON.
  if (value === undefined) return { ...request, body: change(body, random) }
  return { ...request, body: Buffer.from(writeJson(mutateJson(value, random), random)) }
}

/** Changes only the text of a form, so that it stays a form. */
function changeForm(request: Request, random: Random): Request {
  const { body } = request
  const end = body.indexOf('\r\n\r\n', Math.max(0, body.indexOf('filename'))) + 4
  return { ...request, body: Buffer.concat([change(body.subarray(0, end), random), body.subarray(end)]) }
}

function manyParts(request: Request, random: Random): Request {
  const part = `--fuzz-boundary\r\nContent-Disposition: form-data; name="${random.pick(NAMES)}"${random.pick([
    '',
    '; filename="a"',
    "; filename*=UTF-8''%ff",
  ])}\r\n${'X: y\r\n'.repeat(random.pick([0, 1, 40, 3_000]))}\r\nvalue\r\n`
  return { ...request, body: Buffer.concat([Buffer.from(part.repeat(random.pick([1, 8, 20, 500]))), request.body]) }
}

const CHANGES: Readonly<Record<string, Change>> = {
  nothing: (request) => request,
  query: changeQuery,
  headers: changeHeaders,
  path: changePath,
  method: (request, random) => ({ ...request, method: random.pick(METHODS) }),
  body: changeBody,
  form: changeForm,
  parts: manyParts,
  'large body': (request, random) => ({
    ...request,
    body: Buffer.concat([request.body, Buffer.alloc(random.pick([70_000, 2_100_000]), 0x20)]),
  }),
}

/** Invalid or contradictory HTTP. */
const RAW: readonly string[] = [
  '\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'GET /healthz\r\n\r\n',
  'GET /healthz HTTP/1.1\r\n\r\n',
  'GET /healthz HTTP/9.9\r\nHost: a\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET http://[ HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n',
  'GET /healthz HTTP/1.1\r\nHost: a\r\nExpect: nonsense\r\nConnection: close\r\n\r\n',
  'POST /login HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /login HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n',
  'POST /login HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n',
  'POST /login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n',
  'POST /login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\n{"c":\r\n2\r\n1}\r\n0\r\n\r\n',
  `GET /healthz HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
  `GET /${'y'.repeat(100_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
  `GET /healthz HTTP/1.1\r\nHost: a\r\n${'X: y\r\n'.repeat(3_000)}\r\n`,
  'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(20),
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
]

const address = (random: Random): string => [10, ...Array.from({ length: 3 }, () => random.int(0, 255))].join('.')

/** Makes a request by number; reproducible for the same seed and fixtures. */
export function makeRequest(means: Fixtures, seed: string, number: number): SentRequest {
  const random = createRandom(`wire/${seed}/${number}`)
  if (random.chance(0.1)) {
    const bytes = Buffer.from(random.pick(RAW), 'latin1')
    return { name: 'raw', bytes: random.chance(0.5) ? bytes : change(bytes, random), isWhole: false }
  }
  let request = pickRoute(means, random)
  const names = [`${request.method} ${request.path}`]
  for (let times = random.pick([1, 1, 2, 3]); times > 0; times--) {
    const [name, apply] = random.pick(Object.entries(CHANGES))
    names.push(name)
    request = apply(request, random)
  }
  const isForwarded = request.headers.some(([name]) => name === 'x-forwarded-for')
  const headers = isForwarded ? request.headers : [...request.headers, ['x-forwarded-for', address(random)] as const]
  const bytes = writeRequest({ ...request, headers })
  if (random.chance(0.8)) return { name: names.join(', '), bytes, isWhole: true }
  return { name: [...names, 'bytes'].join(', '), bytes: change(bytes, random), isWhole: false }
}
