import type { Field, FieldKey, LicensePage } from '../../../../miniprogram/vehicle-license/fields'
import type { Point } from '../../../../miniprogram/vehicle-license/recognition'
import { boundsOf, mapQuad, type Rect } from '../pixels/geometry'
import { type Homography, invert, project } from '../pixels/homography'
import { LABEL_HEIGHT, LABEL_PLACES } from './form'
import type { Label } from './pages'
import { bestAnchors, type FieldAnchor, labelAnchors, valueAnchors } from './anchors'
import type { Piece } from './parts'
import { register } from './registration'
import { median } from './rows'

/** A label in its place on the page, mm. */
export interface PlacedLabel<F extends Field> {
  readonly field: F
  readonly rect: Rect
  /** Whether it was read there, or only must be there by the others. */
  readonly found: boolean
}

/** A page of the license that was found. */
export interface Sheet<F extends Field> {
  readonly page: LicensePage
  /** From px of the view to mm of the page. */
  readonly toPage: Homography
  /** All of the form's labels. */
  readonly labels: readonly PlacedLabel<F>[]
}

/** With fewer of them in their places it is not sure how a page lies. */
const MIN_ANCHORS = 3
/** So many labels tell it alone: values may be shifted against them. */
const ENOUGH_LABELS = 5
/** mm that the box around a label is wider than its characters. */
const ROUND = 1.5
/** mm; a label farther off its place in the form is another one. */
const MAX_OFF = 9

const placeOf = (field: Field): Point | undefined => LABEL_PLACES[field.key as FieldKey]

/** mm by which the form's own labels lie elsewhere than expected around a place: the nearer ones say more. */
function correction(place: Point, known: readonly { place: Point; by: Point }[]): Point {
  let [weights, x, y] = [0.02, 0, 0]
  for (const { place: at, by } of known) {
    const weight = 1 / (20 + (place.x - at.x) ** 2 / 4 + (place.y - at.y) ** 2)
    weights += weight
    x += weight * by.x
    y += weight * by.y
  }
  return { x: x / weights, y: y / weights }
}

function sheetOf<F extends Field>(
  page: LicensePage,
  anchors: readonly FieldAnchor<F>[],
  labels: readonly Label<F>[],
  fields: readonly F[],
): Sheet<F> {
  const { toView } = register(anchors)
  const toPage = invert(toView)
  const found = labels
    .map(({ field, box }) => ({ field, rect: boundsOf(mapQuad(box, (point) => project(toPage, point))) }))
    .filter(({ field, rect }) => {
      const place = placeOf(field)
      const off = place ? Math.hypot(rect.left - place.x, (rect.top + rect.bottom) / 2 - place.y) : 0
      return off <= MAX_OFF
    })
  const offsets = found.flatMap(({ field, rect }) => {
    const place = placeOf(field)
    return place ? [{ place, by: { x: rect.left - place.x, y: (rect.top + rect.bottom) / 2 - place.y } }] : []
  })
  const height = median(found.map(({ rect }) => rect.bottom - rect.top)) ?? LABEL_HEIGHT
  const width = median(found.map(({ rect, field }) => (rect.right - rect.left - ROUND) / field.label.zh.length)) ?? LABEL_HEIGHT
  const all = fields.flatMap((field): PlacedLabel<F>[] => {
    const known = found.find((label) => label.field === field)
    if (known) return [{ ...known, found: true }]
    const place = placeOf(field)
    if (!place) return []
    const by = correction(place, offsets)
    const [left, middle] = [place.x + by.x, place.y + by.y]
    const right = left + ROUND + width * field.label.zh.length
    return [{ field, rect: { left, right, top: middle - height / 2, bottom: middle + height / 2 }, found: false }]
  })
  return { page, toPage, labels: all }
}

/** The pages whose place is told by enough of what was read on them, in the order of the table. */
export function sheetsOf<F extends Field>(
  labels: readonly Label<F>[],
  pieces: readonly Piece[],
  fields: readonly F[],
): Sheet<F>[] {
  const pages = new Set(fields.map(({ page }) => page))
  return Array.from(pages).flatMap((page) => {
    const possible = fields.filter((field) => field.page === page)
    const own = labels.filter(({ field }) => field.page === page)
    const anchors = bestAnchors([...labelAnchors(own), ...valueAnchors(pieces, possible)])
    const byLabel = anchors.filter(({ label }) => label)
    if (anchors.length < MIN_ANCHORS) return []
    return [sheetOf(page, byLabel.length >= ENOUGH_LABELS ? byLabel : anchors, own, possible)]
  })
}
