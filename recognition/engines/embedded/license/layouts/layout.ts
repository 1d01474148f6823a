import type { Rect } from '../../../../../miniprogram/image/rect'
import type { Point } from '../../../../../miniprogram/image/point'
import type { FieldKey, LicensePage } from '../../../../../miniprogram/vehicle-license/fields'

/**
 * One page of a form that licenses are printed on. mm from the page's upper left corner. Printings of a form differ by
 * a few mm: a layout tells which labels are neighbors and where to look for one that could not be read, no more.
 */
export interface Layout {
  readonly name: string
  readonly page: LicensePage
  /** The middle of the title, where the page has one. */
  readonly title?: Point
  /** Of each label, the middle of its left edge. */
  readonly labels: Readonly<Partial<Record<FieldKey, Point>>>
  /** Where values begin. */
  readonly values: Readonly<Partial<Record<FieldKey, number>>>
  /** Labels that this form words otherwise than the table of fields does. */
  readonly wording?: Readonly<Partial<Record<FieldKey, readonly string[]>>>
  /**
   * In characters, as how many labels are set: shorter ones are spread (住　　址), longer ones condensed (准牵引总质量).
   * Where it is not given, each is as wide as its own characters.
   */
  readonly justified?: { readonly least: number; readonly most: number }
  /** Where the seal stands. */
  readonly seal?: Rect
}
