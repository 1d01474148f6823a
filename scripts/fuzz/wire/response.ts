export interface Response {
  readonly status: number
  readonly type: string
  readonly body: string
}

function dechunk(text: Buffer): Buffer | undefined {
  const parts: Buffer[] = []
  for (let at = 0; ;) {
    const end = text.indexOf('\r\n', at)
    if (end < 0) return undefined
    const size = parseInt(text.toString('latin1', at, end), 16)
    if (!(size > 0)) return size === 0 ? Buffer.concat(parts) : undefined
    parts.push(text.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}

/**
 * Parses the first final response; `undefined` if it is incomplete.
 *
 * @param isOver - whether the connection is closed
 */
export function readResponse(bytes: Buffer, isHead: boolean, isOver: boolean): Response | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1])
  const rest = bytes.subarray(end + 4)
  if (status >= 100 && status < 200) return readResponse(rest, isHead, isOver)
  const header = (name: string): string => new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1] ?? ''
  const answer = (body: Buffer): Response => ({ status, type: header('content-type'), body: body.toString() })
  if (isHead || status === 204 || status === 304) return answer(Buffer.alloc(0))
  if (/chunked/i.test(header('transfer-encoding'))) {
    const body = dechunk(rest)
    return body && answer(body)
  }
  const length = header('content-length')
  if (length === '') return isOver ? answer(rest) : undefined
  return rest.length >= Number(length) ? answer(rest.subarray(0, Number(length))) : undefined
}
