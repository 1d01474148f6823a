import type { BackEndConfig } from '../../config'
import type { FieldKey, VehicleLicense } from '../../vehicle-license/fields'
import type { PictureContent } from '../../vehicle-license/merge'

/*
 * What passes between this flow and another program that opens it as a subpackage. The program's side lies in
 * `scanner/`, and has no other way here: scripts of the main package load none of a subpackage.
 */

/** Where a license may be taken from. */
export type ScanSource = 'camera' | 'album' | 'form'

/** How a scan begins. In the address of its first page, as JSON. */
export interface HostOptions {
  /** Where the license is taken from; the person is asked without it. */
  readonly from?: ScanSource
  /** Who recognizes the pictures; the configuration says without it. */
  readonly backEnd?: BackEndConfig
}

export interface ScannedPicture {
  /** Of an upright JPEG below 2 MB, which stays until the next scan begins. */
  readonly path: string
  /** Absent where nobody knows. */
  readonly page?: PictureContent
}

/** What a person confirmed. */
export interface Scanned {
  /** As on the license, or as the person typed it; what is not there is absent. */
  readonly license: VehicleLicense
  /** Every key that a license may have, in the order of the form. */
  readonly keys: readonly FieldKey[]
  /** At most two, the main page first; none where all was typed. */
  readonly pictures: readonly ScannedPicture[]
}

/** What the flow tells on its event channel: one of the two, once, when its last page is gone. */
export interface HostEvents {
  readonly confirmed: (scanned: Scanned) => void
  readonly cancelled: () => void
}

interface HostedScan {
  /** How many pages lie on the stack up to the first one of the flow. */
  readonly depth: number
  /** Ends the scan with a record as it stands: the person has confirmed it. */
  readonly confirm: (recordId: string) => void
}

let current: HostedScan | undefined

/** The scan that another program asked for; nothing in this project's own. */
export const hostedScan = (): HostedScan | undefined => current

export const setHostedScan = (scan: HostedScan | undefined): void => {
  current = scan
}
