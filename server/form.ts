import type { FastifyRequest } from 'fastify'
import { RecognitionError } from '../miniprogram/vehicle-license/errors'
import { MAX_SENT_BYTES } from '../miniprogram/image/limits'
import { isCutOff } from './cut-off'

/** Names of picture parts in the forms of all routes and WeChat clients. */
const PICTURE_NAMES: readonly string[] = ['image', 'img', 'file']

/** A picture needs no file name (RFC 7578, 4.2). */
export const isPartAFile = (name: string | undefined, contentType: string | undefined, fileName?: string): boolean =>
  fileName !== undefined || contentType === 'application/octet-stream' || PICTURE_NAMES.includes(name ?? '')

export interface Form {
  readonly fields: Readonly<Record<string, unknown>>
  readonly file?: Buffer
}

const LIMITS = { fileSize: MAX_SENT_BYTES, files: 1, fields: 8, fieldSize: 256, parts: 9, headerPairs: 32 }

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE'

/**
 * Reads a multipart form into memory.
 *
 * @param fileNames - accepted names of the file's part
 * @throws RecognitionError `IMAGE_TOO_LARGE` for a file over 2,000,000 bytes, `INVALID_REQUEST` for an invalid form,
 *   `CANCELLED` if the caller hangs up
 */
export async function readForm(request: FastifyRequest, fileNames: readonly string[]): Promise<Form> {
  if (!request.isMultipart()) throw new RecognitionError('INVALID_REQUEST')
  const fields: Record<string, unknown> = {}
  let file: Buffer | undefined
  try {
    for await (const part of request.parts({ limits: LIMITS })) {
      if (part.type === 'field') fields[part.fieldname] = part.value
      else if (fileNames.includes(part.fieldname)) file = await part.toBuffer()
      else part.file.resume()
    }
  } catch (cause) {
    if (isCutOff(request)) throw new RecognitionError('CANCELLED', { cause })
    throw new RecognitionError(isTooLarge(cause) ? 'IMAGE_TOO_LARGE' : 'INVALID_REQUEST', { cause })
  }
  return { fields, ...(file && { file }) }
}
