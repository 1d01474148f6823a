import { FIELDS, type LicensePage } from './fields'
import type { PictureContent } from './merge'
import type { Recognition } from './recognition'

/** Fields of a page that must be read for it to count as seen where the engine says nothing of its place. */
const FEWEST_FIELDS = 3

const shows = ({ cards, license }: Recognition, page: LicensePage): boolean =>
  cards[page] !== undefined ||
  FIELDS.filter((field) => field.page === page && license[field.key]).length >= FEWEST_FIELDS

/** Which pages a picture shows, by what was read in it; nothing where that does not tell. */
export function contentOf(recognition: Recognition): PictureContent | undefined {
  const [main, duplicate] = [shows(recognition, 'main'), shows(recognition, 'duplicate')]
  if (main && duplicate) return 'both'
  if (main) return 'main'
  return duplicate ? 'duplicate' : undefined
}
