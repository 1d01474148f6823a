import type { Size } from '../../image/size'
import { type Text, text } from '../../strings/index'
import { ERRORS } from '../../vehicle-license/errors'
import { isDecodable, MAX_PICKED_BYTES, MAX_PIXELS, MAX_SIDE } from '../../image/limits'
import type { PickedFile } from '../platform/album'

const TOO_MANY_PX = text(({ unreadable }) => unreadable.tooManyPixels(MAX_PIXELS / 1e6, MAX_SIDE))

/** Its header's, px; nothing where the platform does not know the format. */
async function sizeOf(src: string): Promise<Size | undefined> {
  try {
    return await wx.getImageInfo({ src })
  } catch {
    return undefined
  }
}

/** What to tell the person about a picture that is more than a phone can hold; nothing of others, nor of no picture. */
async function whyTooLarge({ path, bytes }: PickedFile): Promise<Text | undefined> {
  if (bytes > MAX_PICKED_BYTES) return ERRORS.FILE_TOO_LARGE
  const size = await sizeOf(path)
  return size && !isDecodable(size) ? TOO_MANY_PX : undefined
}

interface Sifted {
  readonly usable: readonly PickedFile[]
  /** Of the first that is too large. */
  readonly trouble?: Text
}

/** Sorts out what is too large, before anything is decoded. */
export async function rejectTooLarge(picked: readonly PickedFile[]): Promise<Sifted> {
  const troubles = await Promise.all(picked.map(whyTooLarge))
  const usable = picked.filter((_, i) => !troubles[i])
  const trouble = troubles.find((text) => text !== undefined)
  return { usable, ...(trouble && { trouble }) }
}
