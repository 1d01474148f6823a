import { type Text, text } from '../../strings/index'
import { ERRORS } from '../../vehicle-license/errors'
import { isHeic } from '../../image/heic'
import { readBytes } from '../platform/files'

const HEIC = text(({ unreadable }) => unreadable.heic)

/** Why the phone cannot decode a picture, for the person. */
export async function whyUnreadable(path: string): Promise<Text> {
  const bytes = await readBytes(path).catch(() => new Uint8Array())
  return isHeic(bytes) ? HEIC : ERRORS.IMAGE_UNREADABLE
}
