import { FIELDS, type LicensePage } from './fields'
import type { PictureContent } from './merge'
import type { Recognition } from './recognition'

/** Fields that must be read for a page to count as shown when the engine reports no position for it. */
const MIN_FIELDS = 3

const shows = ({ cards, license }: Recognition, page: LicensePage): boolean =>
  cards[page] !== undefined || FIELDS.filter((field) => field.page === page && license[field.key]).length >= MIN_FIELDS

/** The pages a picture shows, judging by what was read; undefined if that is too little to tell. */
export function contentOf(recognition: Recognition): PictureContent | undefined {
  const [main, duplicate] = [shows(recognition, 'main'), shows(recognition, 'duplicate')]
  if (main && duplicate) return 'both'
  if (main) return 'main'
  return duplicate ? 'duplicate' : undefined
}
