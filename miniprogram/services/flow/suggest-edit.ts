import { suggestType } from '../../vehicle-license/suggest-type'
import { findCards } from '../../vision/index'
import type { Edit } from '../pictures/compress/edit'
import type { NewPicture } from '../records/license-record'
import { downscaled } from '../pictures/downscale'

/** Share of the picture from which the card counts as filling it: to cut the rest off gains nothing. */
const FILLED = 0.75

function shareOf(quad: NonNullable<Edit['quad']>): number {
  const [a, b, c, d] = quad
  return Math.abs((c.x - a.x) * (d.y - b.y) - (d.x - b.x) * (c.y - a.y)) / 2
}

/**
 * What is best done to a picture before it is sent, to be changed by the person who knows: the card is cut out where
 * its edges are surely found, and what looks like a scan is read as one. What a person chose stands.
 */
export async function withSuggestedEdit(taken: NewPicture): Promise<NewPicture> {
  if (taken.edit) return taken
  try {
    const { frame } = await downscaled(taken.path)
    if (suggestType(frame) === 'scan') return { ...taken, type: 'scan' }
    const found = findCards(frame)
    return found && shareOf(found.quad) < FILLED ? { ...taken, edit: { quad: found.quad } } : taken
  } catch {
    // What is wrong with the picture shows where it is made ready.
    return taken
  }
}
