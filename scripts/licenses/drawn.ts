import type { Quad } from '../../miniprogram/image/quad'
import type { LicensePage, VehicleLicense } from '../../miniprogram/vehicle-license/fields'

export interface DrawnPicture {
  /** dev-hard-0007 */
  readonly name: string
  /** The file: JPEG, PNG or WebP. */
  readonly bytes: Buffer
  /** What can be read on the pages that can be seen, values as printed. */
  readonly truth: VehicleLicense
  /** Corners in reading order of each card, px of the picture as stored in the file (before EXIF orientation). */
  readonly cards: Partial<Record<LicensePage, Quad>>
  /** What it shows and what was done to it: 'two-pages-beside', 'form-current', 'perspective', 'glare', … */
  readonly tags: readonly string[]
}
