import type { BackEndConfig } from '../../config'
import type { FieldKey, VehicleLicense } from '../../vehicle-license/fields'
import type { PictureContent } from '../../vehicle-license/merge'

/*
 * The interface between the scanner and a host mini program that has it as a subpackage. The host's side is in `scanner/`:
 * code of the main package cannot load code of a subpackage.
 */

export type ScanSource = 'camera' | 'album' | 'form'

/** Passed as JSON in the URL of the first page. */
export interface HostOptions {
  /** Default: the person chooses. */
  readonly from?: ScanSource
  /** Default: the one in `config.ts`. */
  readonly backEnd?: BackEndConfig
}

export interface ScannedPicture {
  /** Path of an upright JPEG below 2 MB, kept until the next scan starts. */
  readonly path: string
  /** Absent if unknown. */
  readonly page?: PictureContent
}

export interface Scanned {
  /** As confirmed by the person; empty fields are absent. */
  readonly license: VehicleLicense
  /** All fields, in the order of the form. */
  readonly keys: readonly FieldKey[]
  /** At most two, the main page first; empty if all was typed. */
  readonly pictures: readonly ScannedPicture[]
}

/** Events of the first page's event channel. Exactly one of them is emitted, when the page closes. */
export interface HostEvents {
  readonly confirmed: (scanned: Scanned) => void
  readonly cancelled: () => void
}

interface HostedScan {
  /** Size of the page stack up to the scanner's first page. */
  readonly depth: number
  /** Ends the scan with a confirmed record. */
  readonly confirm: (recordId: string) => void
}

let current: HostedScan | undefined

/** The scan that a host asked for; undefined in our own mini program. */
export const hostedScan = (): HostedScan | undefined => current

export const setHostedScan = (scan: HostedScan | undefined): void => {
  current = scan
}
