import type { Quad } from '../../miniprogram/image/quad'
import type { LicensePage, VehicleLicense } from '../../miniprogram/vehicle-license/fields'

export interface DrawnPicture {
  /** `dev-hard-0007` */
  readonly name: string
  /** A JPEG, PNG or WebP file. */
  readonly bytes: Buffer
  /** Values legible on the visible pages, as printed. */
  readonly truth: VehicleLicense
  /** Corners of each card in reading order, px of the stored picture (before EXIF orientation). */
  readonly cards: Partial<Record<LicensePage, Quad>>
  /** Content and degradations: 'two-pages-beside', 'form-current', 'perspective', 'glare', … */
  readonly tags: readonly string[]
}
