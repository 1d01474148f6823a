import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import busboy, { type FileInfo as ParsedInfo } from 'busboy'

export interface Part {
  readonly bytes: Buffer
  readonly contentType: string
  /** May be empty. */
  readonly filename: string
}

export interface Form {
  readonly fields: ReadonlyMap<string, string>
  readonly parts: ReadonlyMap<string, Part>
}

/** Unlike in the typings, the filename may be missing, as in the SDK's own parts. */
type FileInfo = Omit<ParsedInfo, 'filename'> & Partial<Pick<ParsedInfo, 'filename'>>

const MAX_PART_BYTES = 20_000_000

/** Reads a multipart form; a part has a filename or the type application/octet-stream, anything else is a field. */
export function readForm(headers: IncomingHttpHeaders, body: Readable): Promise<Form> {
  const fields = new Map<string, string>()
  const parts = new Map<string, Part>()
  return new Promise((resolve, reject) => {
    const parser = busboy({ headers, limits: { fileSize: MAX_PART_BYTES } })
    parser.on('field', (name, value) => fields.set(name, value))
    parser.on('file', (name, stream, { filename = '', mimeType }: FileInfo) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => parts.set(name, { bytes: Buffer.concat(chunks), contentType: mimeType, filename }))
    })
    parser.on('close', () => resolve({ fields, parts }))
    parser.on('error', reject)
    body.pipe(parser)
  })
}
