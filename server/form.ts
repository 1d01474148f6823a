import type { FastifyRequest } from 'fastify'
import { RecognitionError } from '../miniprogram/vehicle-license/errors'
import { MAX_SENT_BYTES } from '../miniprogram/image/limits'
import { isCutOff } from './cut-off'

/** What pictures are called in the forms of all routes, and by WeChat's clients. */
const PICTURES: readonly string[] = ['image', 'img', 'file']

/** Whether a part of a form is a file: a picture without a file name is one, too, which RFC 7578 (4.2) allows. */
export const isPartAFile = (name: string | undefined, contentType: string | undefined, fileName?: string): boolean =>
  fileName !== undefined || contentType === 'application/octet-stream' || PICTURES.includes(name ?? '')

export interface Form {
  readonly fields: Readonly<Record<string, unknown>>
  /** The file of one of the names asked for, where there is one. */
  readonly file?: Buffer
}

const LIMITS = { fileSize: MAX_SENT_BYTES, files: 1, fields: 8, fieldSize: 256, parts: 9, headerPairs: 32 }

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE'

/**
 * Reads a multipart form into memory; nothing is written to disk.
 *
 * @param fileNames - what the file may be called
 * @throws RecognitionError `IMAGE_TOO_LARGE` for a file above 2,000,000 bytes, `INVALID_REQUEST` for what is no form,
 *   `CANCELLED` where the caller hangs up in the middle of it
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
