import { ERRORS } from '../vehicle-license/errors'
import { isHeic } from '../vehicle-license/heic'
import type { Text } from '../vehicle-license/text'
import { readBytes } from './files'

const HEIC: Text = {
  zh: '这台手机打不开 HEIC 照片。请打开它截一张图再选，或直接拍照。',
  en: 'This phone cannot open HEIC pictures: choose a screenshot of it, or take a photo here.',
}

/** What to tell the person about a picture that the phone does not show. */
export async function whyUnreadable(path: string): Promise<Text> {
  const bytes = await readBytes(path).catch(() => new Uint8Array())
  return isHeic(bytes) ? HEIC : ERRORS.IMAGE_UNREADABLE
}
