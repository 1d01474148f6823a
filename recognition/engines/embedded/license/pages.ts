import type { Field, LicensePage } from '../../../../miniprogram/vehicle-license/fields'
import type { Quad } from '../../../../miniprogram/vehicle-license/recognition'
import { between, boundsOf, heightOf, type Rect, unionOf } from '../pixels/geometry'
import type { FoundLabel } from './parts'

/** A label whose field, and thereby page, is known. */
export interface Label<F extends Field> {
  readonly field: F
  /** px of the view, corners in reading order */
  readonly box: Quad
}

const gap = (a: Rect, b: Rect): number =>
  Math.hypot(Math.max(0, a.left - b.right, b.left - a.right), Math.max(0, a.top - b.bottom, b.top - a.bottom))

/** Where the labels of one page only are. */
function pageRects<F extends Field>(found: readonly FoundLabel<F>[]): Map<LicensePage, Rect> {
  const rects = new Map<LicensePage, Rect>()
  for (const { fields, box } of found) {
    const rect = boundsOf(box)
    const [field, other] = fields
    if (!field || other) continue
    const known = rects.get(field.page)
    rects.set(field.page, known ? unionOf([known, rect]) : rect)
  }
  return rects
}

/** The page whose labels are nearest; `undefined` if there is none. */
export function nearestPage(rect: Rect, pages: ReadonlyMap<LicensePage, Rect>): LicensePage | undefined {
  return Array.from(pages).sort(([, a], [, b]) => gap(a, rect) - gap(b, rect))[0]?.[0]
}

/** Of the fields that share a label, the one on the nearest page; `undefined` if no page is there to tell by. */
function fieldOf<F extends Field>(
  { fields, box }: FoundLabel<F>,
  pages: ReadonlyMap<LicensePage, Rect>,
): F | undefined {
  const page = nearestPage(boundsOf(box), pages)
  return fields.length === 1 ? fields[0] : fields.find((field) => field.page === page)
}

/** An English label stands under its Chinese one, half as high: from it, where the Chinese one must be. */
const aboveOf = ([a, b, c, d]: Quad): Quad => [between(a, d, -1.3), between(b, c, -1.3), b, a]

/** Tells the labels' pages and keeps the best for every field: Chinese before English, then fewest errors. */
export function assignPages<F extends Field>(found: readonly FoundLabel<F>[]): Label<F>[] {
  const pages = pageRects(found)
  const rank = ({ script, errors }: FoundLabel<F>): number => (script === 'zh' ? 0 : 100) + errors
  const best = new Map<F, Label<F>>()
  for (const label of [...found].sort((a, b) => rank(a) - rank(b) || heightOf(b.box) - heightOf(a.box))) {
    const field = fieldOf(label, pages)
    if (!field || best.has(field)) continue
    best.set(field, { field, box: label.script === 'zh' ? label.box : aboveOf(label.box) })
  }
  return Array.from(best.values())
}
