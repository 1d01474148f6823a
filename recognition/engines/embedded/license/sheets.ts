import { PAGE_MM } from '../../../../miniprogram/vehicle-license/page-size'
import { type Homography, invert, project } from '../../../../miniprogram/image/homography'
import { distance, type Point } from '../../../../miniprogram/image/point'
import type { Field, LicensePage } from '../../../../miniprogram/vehicle-license/fields'
import type { Line } from '../ocr/line'
import { bestAnchors, labelAnchors, titleAnchors, valueAnchors, weightOf } from './anchors'
import { joinEnglish } from './english'
import { type Layout, LAYOUTS } from './layouts'
import type { FoundLabel } from './find-labels'
import type { Piece } from './split-line'
import { type PlacedLabel, placeLabels } from './place-labels'
import { register } from './registration'

/** A located page of the license. */
export interface Sheet {
  readonly page: LicensePage
  /** The best fit. */
  readonly layout: Layout
  /** From px of the view to mm of the page. */
  readonly toPage: Homography
  /** All labels of the form. */
  readonly labels: readonly PlacedLabel[]
  /** Whether this form fits much better than any other. */
  readonly sure: boolean
}

/** Labels, titles and other pieces read in a view. */
export interface Signs {
  readonly labels: readonly FoundLabel[]
  readonly titles: readonly Line[]
  readonly pieces: readonly Piece[]
}

/** Fewer do not place a page reliably. */
const MIN_ANCHORS = 4
/** Labels needed without a title: insurance policies have some of them too. */
const MIN_UNTITLED_LABELS = 4
/** From here on only labels are fitted: values may be offset. */
const ENOUGH_LABELS = 5
/** mm; residual at which an anchor has no weight. */
const MAX_OFF = 6

/** Lead in weight over the next form that makes a form sure. */
const MIN_LEAD = 2.5

/** A form fitted to a page, and its score. */
interface Fit {
  readonly layout: Layout
  readonly toPage: Homography
  readonly signs: number
  readonly weight: number
}

function fitOf(
  layout: Layout,
  labels: readonly FoundLabel[],
  { titles, pieces }: Signs,
  fields: readonly Field[],
): Fit | undefined {
  const anchors = bestAnchors([
    ...labelAnchors(labels, fields, layout),
    ...valueAnchors(pieces, fields, layout),
    ...titleAnchors(titles, layout),
  ])
  const byLabel = anchors.filter(({ label }) => label)
  if (anchors.length < MIN_ANCHORS || (titles.length === 0 && byLabel.length < MIN_UNTITLED_LABELS)) return undefined
  const sure = byLabel.length >= ENOUGH_LABELS ? byLabel : anchors
  const toPage = invert(register(sure).toView)
  const weight = weightOf(
    anchors.map(({ label, form, found }) => {
      const off = distance(project(toPage, found), form)
      return { label, near: Math.max(0, 1 - (off / MAX_OFF) ** 2) }
    }),
  )
  return { layout, toPage, signs: anchors.length, weight }
}

const MIDDLE: Point = { x: PAGE_MM.width / 2, y: PAGE_MM.height / 2 }

/** Whether two pages are in one place, so that one of them is wrong. */
function overlap(a: Sheet, b: Sheet): boolean {
  const { x, y } = project(a.toPage, project(invert(b.toPage), MIDDLE))
  return Math.abs(x - MIDDLE.x) < PAGE_MM.width / 2 && Math.abs(y - MIDDLE.y) < PAGE_MM.height / 2
}

/** Locates the pages with enough anchors, each with its best form, in the order of the fields. */
export function sheetsOf(signs: Signs, fields: readonly Field[]): Sheet[] {
  const labels = joinEnglish(signs.labels)
  const found = Array.from(new Set(fields.map(({ page }) => page))).flatMap((page) => {
    const own = fields.filter((field) => field.page === page)
    const fits = LAYOUTS.filter((layout) => layout.page === page).flatMap(
      (layout) => fitOf(layout, labels, signs, own) ?? [],
    )
    const [best, next] = fits.sort((a, b) => b.weight - a.weight)
    if (!best) return []
    const { layout, toPage } = best
    const sure = best.weight - (next?.weight ?? 0) >= MIN_LEAD
    const sheet = { page, layout, toPage, labels: placeLabels(layout, toPage, labels, own), sure }
    return [{ sheet, signs: best.signs }]
  })
  return found
    .filter((one) => !found.some((other) => other.signs > one.signs && overlap(other.sheet, one.sheet)))
    .map(({ sheet }) => sheet)
}
