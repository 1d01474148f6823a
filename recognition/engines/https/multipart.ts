import { randomBytes } from 'node:crypto'
import type { ContentType, LicenseImage } from '../../engine'

export interface Body {
  /** Sent one after another, so that the picture is not copied. */
  readonly pieces: readonly Buffer[]
  readonly contentType: string
}

const EXTENSION: Readonly<Record<ContentType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
}

/** A form with the picture as `img`, and the filename, content type and length that WeChat requires. */
export function multipart({ bytes, contentType }: LicenseImage): Body {
  const boundary = `----license${randomBytes(16).toString('hex')}`
  const head = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="img"; filename="license.${EXTENSION[contentType]}"`,
    `Content-Type: ${contentType}`,
    `Content-Length: ${bytes.length}`,
    '\r\n',
  ].join('\r\n')
  return {
    pieces: [Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)],
    contentType: `multipart/form-data; boundary=${boundary}`,
  }
}
