import { PAGE_MM } from '../../../../miniprogram/vehicle-license/page-size'
import { type Homography, invert, project } from '../../../../miniprogram/image/homography'
import { distance, type Point } from '../../../../miniprogram/image/point'
import type { Field, LicensePage } from '../../../../miniprogram/vehicle-license/fields'
import type { Line } from '../ocr/line'
import { bestAnchors, labelAnchors, titleAnchors, valueAnchors, weightOf } from './anchors'
import { joinEnglish } from './english'
import { type Layout, LAYOUTS } from './layouts'
import type { FoundLabel, Piece } from './parts'
import { type PlacedLabel, placeLabels } from './place-labels'
import { register } from './registration'

/** A page of the license that was found. */
export interface Sheet<F extends Field> {
  readonly page: LicensePage
  /** The form that fits best. */
  readonly layout: Layout
  /** From px of the view to mm of the page. */
  readonly toPage: Homography
  /** All of the form's labels. */
  readonly labels: readonly PlacedLabel<F>[]
  /** Whether much more speaks for this form than for any other. */
  readonly sure: boolean
}

/** What was read that tells where a page is. */
export interface Signs<F extends Field> {
  readonly labels: readonly FoundLabel<F>[]
  readonly titles: readonly Line[]
  readonly pieces: readonly Piece[]
}

/** With fewer of them in their places it is not sure how a page lies. */
const MIN_ANCHORS = 4
/** Without a title, fewer labels in their places are another paper's: an insurance policy has some of them too. */
const UNTITLED_LABELS = 4
/** So many labels tell it alone: values may be shifted against them. */
const ENOUGH_LABELS = 5
/** mm; this far off its place, what was read says nothing for a form. */
const OFF = 6

/** So much more must speak for a form than for another one, in values that are in their places. */
const SURE = 2.5

/** How a page lies if it is of one form, and how much speaks for that. */
interface Fit {
  readonly layout: Layout
  readonly toPage: Homography
  readonly signs: number
  readonly weight: number
}

function fitOf<F extends Field>(
  layout: Layout,
  labels: readonly FoundLabel<F>[],
  { titles, pieces }: Signs<F>,
  fields: readonly F[],
): Fit | undefined {
  const anchors = bestAnchors([
    ...labelAnchors(labels, fields, layout),
    ...valueAnchors(pieces, fields, layout),
    ...titleAnchors(titles, layout),
  ])
  const byLabel = anchors.filter(({ label }) => label)
  if (anchors.length < MIN_ANCHORS || (titles.length === 0 && byLabel.length < UNTITLED_LABELS)) return undefined
  const sure = byLabel.length >= ENOUGH_LABELS ? byLabel : anchors
  const toPage = invert(register(sure).toView)
  const weight = weightOf(
    anchors.map(({ label, form, found }) => {
      const off = distance(project(toPage, found), form)
      return { label, near: Math.max(0, 1 - (off / OFF) ** 2) }
    }),
  )
  return { layout, toPage, signs: anchors.length, weight }
}

const MIDDLE: Point = { x: PAGE_MM.width / 2, y: PAGE_MM.height / 2 }

/** Two pages cannot lie in one place: what is found of one there is the other's. */
function overlap<F extends Field>(a: Sheet<F>, b: Sheet<F>): boolean {
  const { x, y } = project(a.toPage, project(invert(b.toPage), MIDDLE))
  return Math.abs(x - MIDDLE.x) < PAGE_MM.width / 2 && Math.abs(y - MIDDLE.y) < PAGE_MM.height / 2
}

/**
 * The pages whose place is told by enough of what was read on them, in the order of the table; each of the form that
 * most of it speaks for.
 */
export function sheetsOf<F extends Field>(signs: Signs<F>, fields: readonly F[]): Sheet<F>[] {
  const labels = joinEnglish(signs.labels)
  const found = Array.from(new Set(fields.map(({ page }) => page))).flatMap((page) => {
    const own = fields.filter((field) => field.page === page)
    const fits = LAYOUTS.filter((layout) => layout.page === page).flatMap(
      (layout) => fitOf(layout, labels, signs, own) ?? [],
    )
    const [best, next] = fits.sort((a, b) => b.weight - a.weight)
    if (!best) return []
    const { layout, toPage } = best
    const sure = best.weight - (next?.weight ?? 0) >= SURE
    const sheet = { page, layout, toPage, labels: placeLabels(layout, toPage, labels, own), sure }
    return [{ sheet, signs: best.signs }]
  })
  return found
    .filter((one) => !found.some((other) => other.signs > one.signs && overlap(other.sheet, one.sheet)))
    .map(({ sheet }) => sheet)
}
