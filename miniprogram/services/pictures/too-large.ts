import type { Size } from '../../image/size'
import { type Text, text } from '../../strings/index'
import { ERRORS } from '../../vehicle-license/errors'
import { isDecodable, MAX_PICKED_BYTES, MAX_PIXELS, MAX_SIDE } from '../../image/limits'
import type { PickedFile } from '../platform/album'

const TOO_MANY_PX = text(({ unreadable }) => unreadable.tooManyPixels(MAX_PIXELS / 1e6, MAX_SIDE))

/** px; undefined for unknown formats */
async function sizeOf(src: string): Promise<Size | undefined> {
  try {
    return await wx.getImageInfo({ src })
  } catch {
    return undefined
  }
}

/** Undefined if the phone can decode it, and for files that are no pictures. */
async function whyTooLarge({ path, bytes }: PickedFile): Promise<Text | undefined> {
  if (bytes > MAX_PICKED_BYTES) return ERRORS.FILE_TOO_LARGE
  const size = await sizeOf(path)
  return size && !isDecodable(size) ? TOO_MANY_PX : undefined
}

interface Checked {
  readonly usable: readonly PickedFile[]
  /** Why the first rejected file is too large. */
  readonly problem?: Text
}

/** Checks sizes without decoding anything. */
export async function rejectTooLarge(picked: readonly PickedFile[]): Promise<Checked> {
  const problems = await Promise.all(picked.map(whyTooLarge))
  const usable = picked.filter((_, i) => !problems[i])
  const problem = problems.find((text) => text !== undefined)
  return { usable, ...(problem && { problem }) }
}
