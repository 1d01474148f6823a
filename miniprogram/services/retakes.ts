import { type LicensePage, PAGES } from '../vehicle-license/fields'
import type { Text } from '../vehicle-license/text'
import { missingPage, type Picture } from './license-record'

/** A picture that may be taken for a license that has some. */
export interface Retake {
  readonly label: Text
  /** That page alone, the other picture stays; else in the place of all there are. */
  readonly page?: LicensePage
}

const titled = (page: LicensePage, prefix: Text): Retake => {
  const title = PAGES.find((known) => known.page === page)?.title ?? { zh: '', en: '' }
  return { label: { zh: prefix.zh + title.zh, en: `${prefix.en} ${title.en.toLowerCase()}` }, page }
}

const AGAIN: Text = { zh: '重拍', en: 'Retake' }
const ADD: Text = { zh: '加拍', en: 'Add' }

/** What may be taken again or in addition; nothing where there are no pictures. */
export function retakesOf(pictures: readonly Picture[]): Retake[] {
  if (pictures.length === 0) return []
  const pages = pictures.flatMap(({ page }) => (page === 'main' || page === 'duplicate' ? [page] : []))
  if (pictures.length > 1 && pages.length === pictures.length) return pages.map((page) => titled(page, AGAIN))
  const missing = missingPage(pictures)
  return [{ label: AGAIN }, ...(missing ? [titled(missing, ADD)] : [])]
}
