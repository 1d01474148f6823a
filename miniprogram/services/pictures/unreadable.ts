import { type Text, text } from '../../strings/index'
import { ERRORS } from '../../vehicle-license/errors'
import { isHeic } from '../../image/heic'
import { readBytes } from '../platform/files'

const HEIC = text(({ unreadable }) => unreadable.heic)

/** What to tell the person about a picture that the phone does not show. */
export async function whyUnreadable(path: string): Promise<Text> {
  const bytes = await readBytes(path).catch(() => new Uint8Array())
  return isHeic(bytes) ? HEIC : ERRORS.IMAGE_UNREADABLE
}
