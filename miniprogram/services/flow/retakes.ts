import type { ErrorCode } from '../../vehicle-license/errors'
import type { LicensePage } from '../../vehicle-license/fields'
import { strings } from '../settings/language'
import { missingPage, pageOf, type LicensePicture } from '../records/license-record'

/** A picture that may be taken for a license that has some. */
export interface Retake {
  readonly label: string
  /** That page alone, the other picture stays; else in the place of all there are. */
  readonly page?: LicensePage
}

/** What went wrong with the service, or on the way there: another picture changes nothing about it. */
const NOT_THE_PICTURE: readonly ErrorCode[] = [
  'QUOTA_EXHAUSTED',
  'RATE_LIMITED',
  'NOT_AUTHORIZED',
  'ENGINE_BUSY',
  'ENGINE_UNAVAILABLE',
  'TIMEOUT',
  'NETWORK_UNAVAILABLE',
  'SESSION_EXPIRED',
  'INVALID_REQUEST',
  'STORAGE_FULL',
]

/** Whether another picture may help. */
export const helpsToRetake = (code: ErrorCode): boolean => !NOT_THE_PICTURE.includes(code)

/** What to know where neither another picture nor another try helps today; nothing otherwise. */
export const laterNote = (code: ErrorCode): string | null =>
  code === 'QUOTA_EXHAUSTED' ? strings().retakes.later : null

const again = (page: LicensePage): Retake => ({ label: strings().retakes.againPage(strings().pages[page]), page })
const added = (page: LicensePage): Retake => ({ label: strings().retakes.addPage(strings().pages[page]), page })

/**
 * What may be taken again or in addition; nothing where there are no pictures, or where that cannot help.
 *
 * @param error why the pictures could not be read, where they could not
 */
export function retakesOf(pictures: readonly LicensePicture[], error?: ErrorCode): Retake[] {
  if (pictures.length === 0 || (error && !helpsToRetake(error))) return []
  const pages = pictures.flatMap((picture) => {
    const page = pageOf(picture)
    return page === 'main' || page === 'duplicate' ? [page] : []
  })
  if (pictures.length > 1 && new Set(pages).size === pictures.length) return pages.map(again)
  const missing = missingPage(pictures)
  return [{ label: strings().retakes.again }, ...(missing ? [added(missing)] : [])]
}
