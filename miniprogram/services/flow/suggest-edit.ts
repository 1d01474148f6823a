import { suggestType } from '../../vehicle-license/suggest-type'
import { findCards } from '../../vision/index'
import type { Edit } from '../pictures/edit'
import type { NewPicture } from '../records/license-record'
import { downscaled } from '../pictures/downscale'

/** Share of the picture above which cropping gains nothing. */
const MAX_SHARE = 0.75

function shareOf(quad: NonNullable<Edit['quad']>): number {
  const [a, b, c, d] = quad
  return Math.abs((c.x - a.x) * (d.y - b.y) - (d.x - b.x) * (c.y - a.y)) / 2
}

/**
 * Crops to the card if its edges are found for sure, and detects scans. A person's own edit stays, and suggestions can be
 * changed.
 */
export async function withSuggestedEdit(picture: NewPicture): Promise<NewPicture> {
  if (picture.edit) return picture
  try {
    const frame = await downscaled(picture.path)
    if (suggestType(frame) === 'scan') return { ...picture, type: 'scan' }
    const found = findCards(frame)
    return found && shareOf(found.quad) < MAX_SHARE ? { ...picture, edit: { quad: found.quad } } : picture
  } catch {
    // The compression will report the problem.
    return picture
  }
}
