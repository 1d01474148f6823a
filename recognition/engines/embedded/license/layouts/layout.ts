import type { Rect } from '../../../../../miniprogram/image/rect'
import type { Point } from '../../../../../miniprogram/image/point'
import type { FieldKey, LicensePage } from '../../../../../miniprogram/vehicle-license/fields'

/** One page of a form, in mm from its upper left corner. Printings of a form differ by a few mm. */
export interface Layout {
  readonly name: string
  readonly page: LicensePage
  /** Center of the title. */
  readonly title?: Point
  /** Middle of the left edge of each label. */
  readonly labels: Readonly<Partial<Record<FieldKey, Point>>>
  /** Left edge of values. */
  readonly values: Readonly<Partial<Record<FieldKey, number>>>
  /** Other wordings of labels on this form. */
  readonly wording?: Readonly<Partial<Record<FieldKey, readonly string[]>>>
  /** Characters: the width to which shorter labels are spaced (住　　址) and longer ones condensed. */
  readonly justified?: { readonly min: number; readonly max: number }
  /** Bounding box of the seal. */
  readonly seal?: Rect
}
