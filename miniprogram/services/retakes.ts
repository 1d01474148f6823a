import type { LicensePage } from '../vehicle-license/fields'
import { strings } from './language'
import { missingPage, type Picture } from './license-record'

/** A picture that may be taken for a license that has some. */
export interface Retake {
  readonly label: string
  /** That page alone, the other picture stays; else in the place of all there are. */
  readonly page?: LicensePage
}

const again = (page: LicensePage): Retake => ({ label: strings().retakes.againPage(strings().pages[page]), page })
const added = (page: LicensePage): Retake => ({ label: strings().retakes.addPage(strings().pages[page]), page })

/** What may be taken again or in addition; nothing where there are no pictures. */
export function retakesOf(pictures: readonly Picture[]): Retake[] {
  if (pictures.length === 0) return []
  const pages = pictures.flatMap(({ page }) => (page === 'main' || page === 'duplicate' ? [page] : []))
  if (pictures.length > 1 && pages.length === pictures.length) return pages.map(again)
  const missing = missingPage(pictures)
  return [{ label: strings().retakes.again }, ...(missing ? [added(missing)] : [])]
}
