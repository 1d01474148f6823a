import type { ErrorCode } from '../../vehicle-license/errors'
import type { LicensePage } from '../../vehicle-license/fields'
import { strings } from '../settings/language'
import { missingPage, pageOf, type LicensePicture } from '../records/license-record'

/** A picture that can be taken for a license that has some already. */
export interface Retake {
  readonly label: string
  /** Replaces only this page's picture; absent: replaces all. */
  readonly page?: LicensePage
}

/** Errors of the service, the network or the phone: another picture cannot help. */
const UNRELATED_TO_PICTURE: readonly ErrorCode[] = [
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

export const helpsToRetake = (code: ErrorCode): boolean => !UNRELATED_TO_PICTURE.includes(code)

/** For errors that neither another picture nor another attempt can fix today. */
export const laterNote = (code: ErrorCode): string | null =>
  code === 'QUOTA_EXHAUSTED' ? strings().retakes.later : null

const retakeOf = (page: LicensePage): Retake => ({ label: strings().retakes.againPage(strings().pages[page]), page })
const additionOf = (page: LicensePage): Retake => ({ label: strings().retakes.addPage(strings().pages[page]), page })

/**
 * @param error of the recognition, if it failed
 */
export function retakesOf(pictures: readonly LicensePicture[], error?: ErrorCode): Retake[] {
  if (pictures.length === 0 || (error && !helpsToRetake(error))) return []
  const pages = pictures.flatMap((picture) => {
    const page = pageOf(picture)
    return page === undefined || page === 'both' ? [] : [page]
  })
  if (pictures.length > 1 && new Set(pages).size === pictures.length) return pages.map(retakeOf)
  const missing = missingPage(pictures)
  return [{ label: strings().retakes.again }, ...(missing ? [additionOf(missing)] : [])]
}
