/** A request without Host and Content-Length, which `writeRequest` adds. */
export interface Request {
  readonly method: string
  readonly path: string
  readonly query: readonly (readonly [string, string])[]
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
}

export interface Part {
  readonly name: string
  readonly filename?: string
  readonly data: Buffer
}

const BOUNDARY = 'fuzz-boundary'
export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`

const headOf = ({ name, filename }: Part): string =>
  [
    `--${BOUNDARY}`,
    `Content-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}`,
    ...(filename === undefined ? [] : ['Content-Type: image/jpeg']),
    '\r\n',
  ].join('\r\n')

export const writeForm = (parts: readonly Part[]): Buffer =>
  Buffer.concat([
    ...parts.flatMap((part) => [Buffer.from(headOf(part)), part.data, Buffer.from('\r\n')]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ])

/** Percent-encodes queries, except those that contain a percent sign already. */
export function writeRequest({ method, path, query, headers, body }: Request): Buffer {
  const encode = (text: string): string => (text.includes('%') ? text.replace(/[\s#&]/g, '') : encodeURIComponent(text))
  const search = query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
  const lines = [
    `${method} ${path}${search === '' ? '' : `?${search}`} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: close',
    ...(body.length > 0 ? [`Content-Length: ${body.length}`] : []),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ]
  return Buffer.concat([Buffer.from(lines.join('\r\n')), body])
}
